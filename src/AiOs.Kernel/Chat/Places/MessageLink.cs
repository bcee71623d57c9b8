using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Chat.Places;

/// <summary>What a message of ours in a chat stands for, so that an answer to it finds its way.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="WorkItem">The work item.</param>
/// <param name="Approval">The approval that the card showed; nothing where it showed none.</param>
internal sealed record MessageLink(LinkKind Kind, WorkItemId WorkItem, ApprovalId? Approval);

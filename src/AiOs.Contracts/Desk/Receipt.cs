using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Desk;

/// <summary>What became of a message handed to the inbox. It is durable before this exists.</summary>
/// <param name="WorkItem">The work item it opened, answered or repeated.</param>
/// <param name="Repeated">Whether the same message had come in before.</param>
public sealed record Receipt(WorkItemId WorkItem, bool Repeated);

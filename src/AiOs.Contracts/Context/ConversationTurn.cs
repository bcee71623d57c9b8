using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Context;

/// <summary>One turn of a conversation.</summary>
/// <param name="WorkItem">The work item it belongs to.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Speaker">Whose words: External for those of others, Operator for the operator's, Model for the program's.</param>
/// <param name="Words">The first 400 characters of what was said.</param>
/// <param name="IsPending">Whether it is a question to the operator that nobody has answered yet.</param>
public sealed record ConversationTurn(WorkItemId WorkItem, DateTimeOffset At, Provenance Speaker, string Words, bool IsPending);

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>It was settled where a message of a chat belongs. A later one takes the place of an earlier one.</summary>
/// <param name="Message">The message.</param>
/// <param name="Target">The work item; nothing where it is something new, or belongs to nothing.</param>
/// <param name="Via">How: <c>pending</c> (the one open question), <c>button</c> (the operator said so), <c>overtaken</c> (what it was meant for was over), or <c>told</c> (it changed nothing, and the operator was told why).</param>
public sealed record MessageRouted(MessageId Message, WorkItemId? Target, string Via) : JournalEvent;

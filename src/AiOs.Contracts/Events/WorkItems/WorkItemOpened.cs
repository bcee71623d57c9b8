using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A work item was opened for a message.</summary>
/// <param name="Message">The message.</param>
public sealed record WorkItemOpened(MessageId Message) : JournalEvent;

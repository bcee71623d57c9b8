using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>Somebody answered a mail that this work item sent or began with. What they wrote is a work item of its own.</summary>
/// <param name="Reply">The work item of the answer.</param>
public sealed record ReplyReceived(WorkItemId Reply) : JournalEvent;

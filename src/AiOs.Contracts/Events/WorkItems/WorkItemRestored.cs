namespace AiOs.Contracts.Events;

/// <summary>The work item comes from a copy that is older than what is known to have been: what it says of calls outside may be out of date.</summary>
/// <param name="Restore">Which restore.</param>
public sealed record WorkItemRestored(string Restore) : JournalEvent;

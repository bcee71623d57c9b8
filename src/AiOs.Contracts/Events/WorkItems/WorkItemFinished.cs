using AiOs.Contracts.Desk;

namespace AiOs.Contracts.Events;

/// <summary>Nothing is left to do.</summary>
/// <param name="State">How it ended.</param>
public sealed record WorkItemFinished(WorkItemState State) : JournalEvent;

namespace AiOs.Contracts.Events;

/// <summary>Whom the work item is about is forgotten: nothing of it is drafted, asked or sent any more.</summary>
/// <param name="Forgetting">Which forgetting.</param>
public sealed record WorkItemForgotten(string Forgetting) : JournalEvent;

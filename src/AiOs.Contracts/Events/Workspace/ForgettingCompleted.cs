namespace AiOs.Contracts.Events;

/// <summary>The keys of all that was about a person are destroyed, and nothing of it can be read any more.</summary>
/// <param name="Forgetting">Which forgetting.</param>
/// <param name="Streams">How many streams were closed for good.</param>
public sealed record ForgettingCompleted(string Forgetting, long Streams) : JournalEvent;

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A note no longer counts. It stays in the journal.</summary>
/// <param name="Effect">The effect that withdrew it.</param>
public sealed record NoteWithdrawn(EffectId Effect) : JournalEvent;

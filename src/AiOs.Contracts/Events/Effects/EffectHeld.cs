using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>What was decided and cannot be taken back rests before its first attempt, so that it can still be stopped.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Until">Not before this moment, UTC.</param>
public sealed record EffectHeld(EffectId Effect, DateTimeOffset Until) : JournalEvent;

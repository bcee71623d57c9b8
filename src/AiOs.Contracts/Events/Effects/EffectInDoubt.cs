using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The answer of an attempt was lost, and the outside can be asked what became of it after its settle time.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="LookUpAt">When to ask.</param>
/// <param name="Asked">How often it was asked without an answer.</param>
public sealed record EffectInDoubt(EffectId Effect, int Attempt, DateTimeOffset LookUpAt, int Asked) : JournalEvent;

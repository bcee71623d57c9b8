using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>Nobody can tell whether it happened; the operator is shown so, and nothing is tried again by itself.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt.</param>
public sealed record EffectOutcomeUnknown(EffectId Effect, int Attempt) : PersonalEvent<EffectOutcomeUnknown.Words>
{
    /// <summary>What is known.</summary>
    /// <param name="Sentence">What is known.</param>
    public sealed record Words(string Sentence);
}

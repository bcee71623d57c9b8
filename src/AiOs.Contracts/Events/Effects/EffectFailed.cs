using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>It did not happen, and certainly so.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="MayRetry">Whether the fault is passing.</param>
public sealed record EffectFailed(EffectId Effect, int Attempt, bool MayRetry) : PersonalEvent<EffectFailed.Words>
{
    /// <summary>What was wrong.</summary>
    /// <param name="Sentence">What was wrong and what to do.</param>
    public sealed record Words(string Sentence);
}

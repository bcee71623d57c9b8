using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>It happened.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt.</param>
public sealed record EffectSucceeded(EffectId Effect, int Attempt) : PersonalEvent<EffectSucceeded.Words>
{
    /// <summary>What happened.</summary>
    /// <param name="Reference">What names it outside.</param>
    /// <param name="Sentence">What happened, for people.</param>
    public sealed record Words(string Reference, string Sentence);
}

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>An attempt did not take place, or failed in a passing way: nothing happened outside, and it is tried later. Releases what was reserved.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="Until">Not before this moment.</param>
/// <param name="Called">Whether anything outside was called.</param>
public sealed record EffectPostponed(EffectId Effect, int Attempt, DateTimeOffset Until, bool Called) : PersonalEvent<EffectPostponed.Words>
{
    /// <summary>Why.</summary>
    /// <param name="Sentence">What was wrong.</param>
    public sealed record Words(string Sentence);
}

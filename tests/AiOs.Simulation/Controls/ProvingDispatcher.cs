using AiOs.Contracts.Effects;
using AiOs.Kernel.Effects;

namespace AiOs.Simulation.Controls;

/// <summary>Takes "not found" for proof at once, whatever the outside says of its settle time and whether money is involved.</summary>
internal sealed class ProvingDispatcher(IEffectDispatcher inner) : IEffectDispatcher
{
    public Task<EffectLookUp> LookUpAsync(EffectAttempt attempt, CancellationToken cancellationToken) => inner.LookUpAsync(attempt, cancellationToken);

    public async Task<EffectResult> PerformAsync(EffectAttempt attempt)
    {
        var result = await inner.PerformAsync(attempt);
        return result is EffectResult.Unknown
            && attempt.Line.OutcomeClass is OutcomeClass.Queryable
            && await inner.LookUpAsync(attempt, CancellationToken.None) is not EffectLookUp.Found
                ? new EffectResult.Failed("It is not there.", MayRetry: true)
                : result;
    }
}

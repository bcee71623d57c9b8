using AiOs.Contracts.Effects;
using AiOs.Kernel.Effects;

namespace AiOs.Simulation.Controls;

/// <summary>Tries again what may have happened, whatever its class.</summary>
internal sealed class RetryingDispatcher(IEffectDispatcher inner) : IEffectDispatcher
{
    public Task<EffectLookUp> LookUpAsync(EffectAttempt attempt, CancellationToken cancellationToken) => inner.LookUpAsync(attempt, cancellationToken);

    public async Task<EffectResult> PerformAsync(EffectAttempt attempt)
    {
        var result = await inner.PerformAsync(attempt);
        return result is EffectResult.Unknown ? await inner.PerformAsync(attempt) : result;
    }
}

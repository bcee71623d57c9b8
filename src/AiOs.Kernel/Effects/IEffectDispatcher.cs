using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Effects;

/// <summary>Runs one attempt. Two implementations: the real one, and the broken ones that fault tests are held against.</summary>
internal interface IEffectDispatcher
{
    /// <summary>Makes the attempt that the journal holds as requested.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>How it ended.</returns>
    Task<EffectResult> PerformAsync(EffectAttempt attempt);

    /// <summary>Asks the outside what became of an attempt whose answer was lost. A read.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the outside says.</returns>
    Task<EffectLookUp> LookUpAsync(EffectAttempt attempt, CancellationToken cancellationToken);
}

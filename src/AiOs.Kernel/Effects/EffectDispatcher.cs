using AiOs.Contracts;
using AiOs.Contracts.Effects;
using AiOs.Kernel.Timing;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Effects;

/// <summary>The one place that issues Permits and calls connectors. What it is given is in the journal already.</summary>
internal sealed partial class EffectDispatcher(EffectCatalog catalog, IBoundary boundary, TimeProvider time, ILogger<EffectDispatcher> logger) : IEffectDispatcher
{
    public async Task<EffectResult> PerformAsync(EffectAttempt attempt)
    {
        if (attempt.Phase is not EffectPhase.Requested || attempt.Effect is null)
        {
            throw new AiOsException("An effect was to run that is not in the journal as requested; nothing was done.");
        }

        var permit = new Permit(attempt.Effect, attempt.Key, attempt.DecidedAt, attempt.Deadline);
        using var deadline = new CancellationTokenSource(Remaining(attempt), time);
        boundary.Cross(Boundaries.BeforeCall);
        var result = await CallAsync(permit, attempt, deadline.Token);
        boundary.Cross(Boundaries.AfterCall);
        return result;
    }

    public async Task<EffectLookUp> LookUpAsync(EffectAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Effect is null)
        {
            return new EffectLookUp.CannotTell("Its subject was forgotten.");
        }

        using var deadline = new CancellationTokenSource(catalog.TermsOf(attempt.Line.Kind).Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await catalog.Find(attempt.Line.Kind).LookUpAsync(attempt.Effect, attempt.Key, either.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, fault, attempt.Id.ToString());
            return new EffectLookUp.CannotTell("The outside could not be asked what became of it.");
        }
    }

    /// <summary>A connector throws only where nothing can have happened; what it could not foresee is not that, so it counts as unknown unless the kind is Keyed.</summary>
    private async Task<EffectResult> CallAsync(Permit permit, EffectAttempt attempt, CancellationToken deadline)
    {
        try
        {
            return await catalog.Find(permit.Effect.Kind).PerformAsync(permit, deadline);
        }
        catch (AiOsException fault)
        {
            LogFailed(logger, fault, attempt.Id.ToString());
            return new EffectResult.Failed(fault.Message, fault.IsTransient);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailed(logger, fault, attempt.Id.ToString());
            return new EffectResult.Unknown("The attempt ended in a way that nobody foresaw, so it may or may not have happened.");
        }
    }

    private TimeSpan Remaining(EffectAttempt attempt)
    {
        var remaining = attempt.Deadline - time.GetUtcNow();
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Effect {Effect} ended in a fault.")]
    private static partial void LogFailed(ILogger logger, Exception fault, string effect);
}

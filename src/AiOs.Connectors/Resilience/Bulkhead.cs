using Polly;
using Polly.RateLimiting;

namespace AiOs.Connectors.Resilience;

/// <summary>Lets so many in at once and so many wait a little; the others are turned away at the door.</summary>
internal sealed class Bulkhead(GuardOptions options, TimeProvider time)
{
    private readonly ResiliencePipeline _door = new ResiliencePipelineBuilder()
        .AddConcurrencyLimiter(options.MostAtOnce, options.MostWaiting)
        .Build();

    private int _inside;

    /// <summary>How many are inside.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Runs the work where there is a place for it in time; else gives what stands for "full", and the work was never begun.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, T full, CancellationToken cancellationToken)
    {
        var entered = false;
        using var patience = new CancellationTokenSource(options.LongestWait, time);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            // The token of the wait ends with the wait: the work has the caller's own.
            return await _door.ExecuteAsync(
                async _ =>
                {
                    entered = true;
                    return await InsideAsync(work, cancellationToken);
                },
                waiting.Token);
        }
        catch (RateLimiterRejectedException) when (!entered)
        {
            return full;
        }
        catch (OperationCanceledException) when (!entered)
        {
            return full;
        }
    }

    private async Task<T> InsideAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _inside);
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}

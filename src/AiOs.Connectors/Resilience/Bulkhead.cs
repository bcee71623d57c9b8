namespace AiOs.Connectors.Resilience;

/// <summary>Lets so many in at once and so many wait a little; the others are turned away at the door.</summary>
internal sealed class Bulkhead(GuardOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.MostAtOnce, options.MostAtOnce);
    private int _waiting;

    /// <summary>How many are inside.</summary>
    public int Inside => options.MostAtOnce - _places.CurrentCount;

    /// <summary>Whether there is a place; who got one calls <see cref="Leave"/>. Who gives up got none: an exception would say less.</summary>
    public async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return false;
        if (await _places.WaitAsync(TimeSpan.Zero, CancellationToken.None)) return true;
        if (Interlocked.Increment(ref _waiting) > options.MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return false;
        }

        using var patience = new CancellationTokenSource(options.LongestWait, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _places.WaitAsync(ends.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}

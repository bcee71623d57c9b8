using AiOs.Contracts;

namespace AiOs.Channels.Teams.Connector;

/// <summary>Lets the calls for one conversation through one after the other, as fast as its pace allows.</summary>
internal sealed class PacedQueue(Pace pace, TimeProvider time) : IDisposable
{
    private const int MostWaiting = 64;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<DateTimeOffset> _calls = [];
    private int _waiting;

    /// <summary>Whether nobody waits and nothing has to be remembered of it.</summary>
    public bool IsIdle(DateTimeOffset now)
    {
        lock (_calls)
        {
            return Volatile.Read(ref _waiting) == 0 && (_calls.Count == 0 || now - _calls[^1] > pace.Limits.Max(static limit => limit.Span));
        }
    }

    /// <summary>Runs a call when it is its turn. Throws a transient <see cref="AiOsException"/> where too many wait already.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
            {
                throw new AiOsException("Too many messages wait for one Teams conversation.") { IsTransient = true };
            }

            await _turn.WaitAsync(cancellationToken);
            try
            {
                return await call(cancellationToken);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Waits until the pace allows one more call, and counts it.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        while (Take() is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Counts one more call where the pace allows it now.</summary>
    public bool TryPass() => Take() == TimeSpan.Zero;

    public void Dispose() => _turn.Dispose();

    private TimeSpan Take()
    {
        lock (_calls)
        {
            var now = time.GetUtcNow();
            // A clock that was put back must not make us wait for it.
            _calls.RemoveAll(call => call > now);
            var wait = pace.WaitOf(_calls, now);
            if (wait == TimeSpan.Zero)
            {
                _calls.Add(now);
                if (_calls.Count > pace.Memory)
                {
                    _calls.RemoveAt(0);
                }
            }

            return wait;
        }
    }
}

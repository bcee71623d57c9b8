using AiOs.Contracts.Ports;

namespace AiOs.Memory;

/// <summary>Reads the journal up to its durable end whenever somebody needs what is worked out of it, and gives each commit to every reader once.</summary>
internal sealed class JournalTail(IJournalFeed feed, IEnumerable<IJournalReader> readers) : IDisposable
{
    private const int PageSize = 256;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IJournalReader[] _readers = [.. readers];
    private long _position;
    private volatile bool _restart;

    /// <summary>How far the journal was read.</summary>
    public long Position => Interlocked.Read(ref _position);

    /// <summary>The next catching up begins at the start.</summary>
    public void Restart() => _restart = true;

    /// <summary>Reads on. Who waits behind another finds the journal read already.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_restart)
            {
                _restart = false;
                Interlocked.Exchange(ref _position, 0);
                Array.ForEach(_readers, reader => reader.Clear());
            }

            while (await feed.ReadAsync(_position, PageSize, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var commit in page)
                {
                    Array.ForEach(_readers, reader => reader.Take(commit));
                    Interlocked.Exchange(ref _position, commit.Position);
                }
            }

            foreach (var reader in _readers)
            {
                await reader.SettleAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}

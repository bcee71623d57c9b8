using AiOs.Contracts.Ports;
using AiOs.Testing.Stores;

namespace AiOs.Connectors.Tests.Email.Imap;

/// <summary>Cursors that tell how often they were looked at.</summary>
internal sealed class CountedCursors : ICursors
{
    private readonly InMemoryCursors _cursors = new();
    private int _looks;

    public int Looks => Volatile.Read(ref _looks);

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        return _cursors.FindAsync(name, cancellationToken);
    }

    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken) =>
        _cursors.TryMoveAsync(name, expected, value, cancellationToken);
}

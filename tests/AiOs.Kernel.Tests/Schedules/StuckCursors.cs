using AiOs.Contracts;
using AiOs.Contracts.Ports;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>Cursors that can be read and, for a while, not moved: what a crash before the move leaves behind.</summary>
internal sealed class StuckCursors : ICursors
{
    private readonly InMemoryCursors _inner = new();

    public bool IsStuck { get; set; }

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => _inner.FindAsync(name, cancellationToken);

    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken) =>
        IsStuck ? throw new AiOsException("This process has ended.") { IsTransient = true } : _inner.TryMoveAsync(name, expected, value, cancellationToken);
}

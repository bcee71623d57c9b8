using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Tests.Threads;

/// <summary>Cursors whose process dies at one of their moves: before the move, or after it without an answer.</summary>
internal sealed class FrailCursors(ICursors cursors) : ICursors
{
    private int _moves;

    /// <summary>At which move it dies; 1 is the first.</summary>
    public int? DiesAt { get; set; }

    public bool MovesFirst { get; set; }

    public int Moves => _moves;

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => cursors.FindAsync(name, cancellationToken);

    public async Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken)
    {
        var dies = ++_moves == DiesAt;
        var moved = (!dies || MovesFirst) && await cursors.TryMoveAsync(name, expected, value, cancellationToken);
        return dies ? throw new AiOsException("The store is away.") { IsTransient = true } : moved;
    }
}

using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>The cursors as one process reaches them: a dead process moves none.</summary>
internal sealed class MortalCursors(ICursors cursors) : ICursors
{
    public bool IsDead { get; set; }

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) => Alive().FindAsync(name, cancellationToken);

    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken) => Alive().TryMoveAsync(name, expected, value, cancellationToken);

    private ICursors Alive() => IsDead ? throw new AiOsException("The store is away.") { IsTransient = true } : cursors;
}

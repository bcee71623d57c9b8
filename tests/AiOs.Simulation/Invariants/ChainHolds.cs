using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;

namespace AiOs.Simulation.Invariants;

/// <summary>Every commit follows on the one before it, no stream has a gap, and no id or message stands twice.</summary>
internal sealed class ChainHolds(WorkspaceId workspace) : Invariant
{
    private readonly ChainCheck _check = new(workspace);

    public override string? OnCommit(StoredCommit stored) =>
        _check.Take(stored.Bytes) is { } wrong ? $"The commit at position {stored.Position} breaks the chain: {wrong}." : null;
}

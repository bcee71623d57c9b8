using AiOs.Simulation.Hosts;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>The rows beside the journal are what a rebuild makes of it, the stored chain and the signed heads verify, and nothing is frozen.</summary>
internal sealed class RebuildIsSame : Invariant
{
    private const int Every = 60;

    private int _grown;

    public override string? OnGrown(World world, Contracts.Journal.StoredCommit last) => ++_grown % Every == 0 ? Inspector.RebuildFault(world) : null;

    public override string? AtEnd(World world, JournalModel journal) =>
        Inspector.RebuildFault(world)
        ?? Inspector.ChainFault(world)
        ?? world.Hosts.Select(host => !IsStale(world, host) && host.Running?.Desk.FrozenBecause is { } because ? $"Host {host.Name} is frozen: {because}" : null).FirstOrDefault(fault => fault is not null);

    /// <summary>A host that wrote nothing since the journal grew knows only how things stood when it last looked.</summary>
    private static bool IsStale(World world, SimHost host) => host.Running?.Journal.Ledger is { Frozen: not null } ledger && ledger.Position < world.Store.Tables.Head.Position;
}

using System.Text.Json;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Ledger;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>The ledger that a host decides on is what a fold of the whole journal gives, whatever snapshot it began with.</summary>
internal sealed class LedgerIsSame(TimeZoneInfo zone, Tally tally) : Invariant
{
    private const int SnapshotEvery = 8;
    private const int CompareEvery = 12;

    private WorkspaceLedger _full = new();
    private WorkspaceLedger _snapshot = new();
    private int _grown;

    /// <summary>A snapshot that lags somewhat, as one in the store does.</summary>
    /// <param name="breaks">How a broken kernel writes it.</param>
    /// <returns>The row; nothing at the beginning.</returns>
    public LedgerRow? Snapshot(Func<WorkspaceLedger, WorkspaceLedger>? breaks)
    {
        if (_snapshot.Position == 0)
        {
            return null;
        }

        tally.Count(Happening.SnapshotRead);
        return new LedgerRow(_snapshot.Position, LedgerKeeper.TextOf(breaks?.Invoke(_snapshot) ?? _snapshot));
    }

    public override string? OnCommit(StoredCommit stored)
    {
        _full = _full.Apply(CommitReader.Read(stored, key: null), zone);
        if (stored.Position % SnapshotEvery == 0)
        {
            _snapshot = _full;
        }

        return null;
    }

    public override string? OnGrown(World world, StoredCommit last) => ++_grown % CompareEvery == 0 ? Difference(world) : null;

    public override string? AtEnd(World world, JournalModel journal)
    {
        var read = JsonSerializer.Deserialize(LedgerKeeper.TextOf(_full), LedgerJson.Default.WorkspaceLedger)!;
        return LedgerKeeper.TextOf(read) == LedgerKeeper.TextOf(_full) ? Difference(world) : "The ledger reads differently after it was written.";
    }

    private string? Difference(World world)
    {
        var full = new Lazy<string>(() => LedgerKeeper.TextOf(_full));
        foreach (var host in world.Hosts)
        {
            if (host.Running?.Journal.Ledger is { } ledger && ledger.Position == _full.Position && !ReferenceEquals(ledger, _full) && LedgerKeeper.TextOf(ledger) != full.Value)
            {
                return $"The ledger of host {host.Name} at {ledger.Position} is not what the journal gives.";
            }
        }

        return null;
    }
}

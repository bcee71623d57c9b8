using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Simulation.Scheduling;
using AiOs.Simulation.Worlds;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Models;

/// <summary>Follows the journal in the store as it grows, and opens each commit with the workspace's key.</summary>
internal sealed class JournalTail(World world)
{
    private readonly Vault _vault = new(world.Keys, new DiceEntropy(Dice.For(world.Script.Seed, 9), world.Scheduler));
    private readonly Dictionary<StreamId, StreamKey> _keys = [];
    private int _seen;

    public bool HasMore => _seen < world.Store.Tables.Commits.Count;

    /// <summary>The next commit that nobody looked at.</summary>
    /// <returns>As it is stored, and opened.</returns>
    public (StoredCommit Stored, Commit Opened) Next()
    {
        StoreTables tables = world.Store.Tables;
        var stored = tables.Commits[_seen++];
        return (stored, CommitReader.Read(stored, KeyOf(tables, stored.Stream)));
    }

    private StreamKey? KeyOf(StoreTables tables, StreamId stream)
    {
        if (!_keys.TryGetValue(stream, out var key) && tables.Keys.TryGetValue(stream, out var wrapped))
        {
            _keys[stream] = key = _vault.Open(wrapped);
        }

        return key;
    }
}

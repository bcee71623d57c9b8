using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal;

/// <summary>Folds streams from the store, and keeps those used last.</summary>
internal sealed class StreamLoader(IJournalStore store, Vault vault, AggregateCache cache)
{
    public async Task<AggregateCache.Entry> LoadAsync(StreamId stream, CancellationToken cancellationToken)
    {
        if (cache.TryGet(stream, out var cached))
        {
            return cached;
        }

        var epoch = cache.Epoch;
        var stored = await store.ReadStreamAsync(stream, cancellationToken);
        if (stored.Count == 0)
        {
            return new AggregateCache.Entry(Aggregates.Empty(stream), Key: null);
        }

        var key = await FindKeyAsync(stream, cancellationToken);
        var state = stored.Aggregate(Aggregates.Empty(stream), (before, commit) => before.Apply(CommitReader.Read(commit, key)));
        var entry = new AggregateCache.Entry(state, key);
        cache.Put(entry, epoch);
        return entry;
    }

    /// <summary>Every commit of a stream, opened.</summary>
    public async Task<IReadOnlyList<Commit>> ReadAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var key = await FindKeyAsync(stream, cancellationToken);
        var stored = await store.ReadStreamAsync(stream, cancellationToken);
        return [.. stored.Select(commit => CommitReader.Read(commit, key))];
    }

    public async Task<StreamKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) =>
        await store.FindKeyAsync(stream, cancellationToken) is { } stored ? vault.Open(stored) : null;
}

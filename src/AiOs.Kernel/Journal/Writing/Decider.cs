using System.Collections.Frozen;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Writing;

/// <summary>Runs decisions that wait, each on the state that the ones before it leave.</summary>
internal sealed class Decider(IJournalStore store, StreamLoader streams, Vault vault, IdSource ids)
{
    /// <summary>A decision that throws harms nobody else in the batch.</summary>
    public async Task<AppendResult?> DecideAsync(JournalBatcher batch, Pending pending)
    {
        if (pending.Done.Task.IsCompleted)
        {
            return null;
        }

        try
        {
            var request = pending.Request;
            if (request.Dedupe is { } dedupe
                && (batch.FindDedupe(dedupe) ?? await store.FindDedupeAsync(dedupe, CancellationToken.None)) is { } repeat)
            {
                return new AppendResult.Repeat(repeat);
            }

            var entry = batch.Find(request.Stream) ?? await streams.LoadAsync(request.Stream, CancellationToken.None);
            return batch.Add(request, entry, await OthersAsync(batch, request, entry.State), () => vault.NewKey(request.Stream), new CommitId(ids.Next()));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            pending.Done.TrySetException(fault);
            return null;
        }
    }

    /// <summary>The other streams that a decision looks at, as they are after what was added to the batch before it.</summary>
    private async Task<IReadOnlyDictionary<StreamId, Aggregate>> OthersAsync(JournalBatcher batch, AppendRequest request, Aggregate state)
    {
        if (request.Reads is not { } reads)
        {
            return FrozenDictionary<StreamId, Aggregate>.Empty;
        }

        var others = new Dictionary<StreamId, Aggregate>();
        foreach (var stream in reads(state))
        {
            others[stream] = (batch.Find(stream) ?? await streams.LoadAsync(stream, CancellationToken.None)).State;
        }

        return others;
    }
}

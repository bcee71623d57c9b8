using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Journal;

/// <summary>Asks the store what really stands at the end of the journal.</summary>
internal sealed class DurableTail(IJournalStore store)
{
    /// <summary>A decision to record nothing is not tried by the store, so another host may have moved what it was made on.</summary>
    public async Task<bool> HasMovedAsync(JournalHead head) =>
        !store.IsExclusive && (await store.HeadAsync(CancellationToken.None)).Position != head.Position;

    /// <summary>
    /// How many of the commits are stored, from the first on. A write whose reply was lost is known by the ids and hashes of its commits:
    /// what is there is done, so nobody is told that it failed. Nothing where the store does not answer.
    /// </summary>
    public async Task<int?> CountHeldAsync(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        try
        {
            var stored = await store.ReadAsync(entries[0].Commit.Position, entries.Count, CancellationToken.None);
            return stored.Zip(entries).TakeWhile(pair => pair.First.Id == pair.Second.Commit.Id && pair.First.Hash == pair.Second.Commit.Hash).Count();
        }
        catch (AiOsException)
        {
            return null;
        }
    }
}

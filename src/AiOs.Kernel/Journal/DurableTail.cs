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

    /// <summary>A write whose reply was lost is known by the id and hash of its last commit: it is done, so nobody is told that it failed.</summary>
    public async Task<bool> HoldsAsync(StoredCommit? last)
    {
        try
        {
            return last is not null
                && await store.ReadAsync(last.Position, 1, CancellationToken.None) is [var stored]
                && stored.Id == last.Id
                && stored.Hash == last.Hash;
        }
        catch (AiOsException)
        {
            return false;
        }
    }
}

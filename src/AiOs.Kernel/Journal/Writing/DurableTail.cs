using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal.Writing;

/// <summary>What this process knows of the end of the journal, and what it asks the store about it. Whoever changes it has the writer's turn.</summary>
internal sealed class DurableTail(IJournalStore store, LedgerKeeper ledgers, AggregateCache cache)
{
    private const int PageSize = 256;

    private JournalHead? _head;
    private long _known;
    private long _told;

    /// <summary>The head as far as this process knows it to be durable; nothing just after the store failed.</summary>
    public JournalHead? Head => Volatile.Read(ref _head);

    /// <summary>The last position that this process has ever known to be durable.</summary>
    public long Known => Volatile.Read(ref _known);

    /// <summary>Asks the store where the journal ends, and takes that as the beginning.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken);
        await ledgers.AtAsync(head.Position, cancellationToken);
        Set(head);
        _told = head.Position;
    }

    /// <summary>The head to decide on.</summary>
    public async Task<JournalHead> HeadAsync() => _head ?? await store.HeadAsync(CancellationToken.None);

    /// <summary>Nothing is sure any more: what comes next starts from what the store holds.</summary>
    public void Forget()
    {
        cache.Clear();
        Volatile.Write(ref _head, null);
    }

    /// <summary>Takes a batch that is durable.</summary>
    public void Take(JournalBatcher batch)
    {
        ledgers.Take(batch.Ledger);
        Set(batch.Head);

        // What others wrote in between stays to be told.
        _told = _told == batch.Head.Position - batch.Entries.Count ? batch.Head.Position : _told;
        foreach (var entry in batch.States)
        {
            cache.Put(entry);
        }
    }

    /// <summary>Takes it that of a batch only the first commits are durable.</summary>
    public void TakeFirst(long start, int held)
    {
        Forget();
        Volatile.Write(ref _known, Math.Max(_known, start + held));
        _told = _told == start ? start + held : _told;
    }

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

    /// <summary>Takes over what other hosts have written: their streams are read anew, and the ledger is as new as the store.</summary>
    /// <returns>Where the journal ends, and the streams that nobody here was told of yet.</returns>
    public async Task<(long Position, IReadOnlyCollection<StreamId> Streams)> FollowAsync(CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken);
        var touched = new HashSet<StreamId>();
        for (var last = _told; last < head.Position;)
        {
            var page = await store.ReadAsync(last + 1, (int)Math.Min(PageSize, head.Position - last), cancellationToken);
            if (page is not [.., var end])
            {
                throw LedgerKeeper.NotShown(last + 1);
            }

            touched.UnionWith(page.Select(commit => commit.Stream));
            last = end.Position;
        }

        // A head that is behind is a reader that lags; it takes nothing back.
        if (head.Position >= _known && head != _head)
        {
            Drop(touched);
            await ledgers.AtAsync(head.Position, cancellationToken);
            Set(head);
        }

        return (head.Position, touched);
    }

    /// <summary>Everybody here was told of what stands up to a position.</summary>
    public void Told(long position) => _told = Math.Max(_told, position);

    /// <summary>Somebody whom another host forgot has streams that nothing was written to, so what is known of them goes with all the rest.</summary>
    private void Drop(HashSet<StreamId> touched)
    {
        if (touched.Contains(StreamId.Workspace))
        {
            cache.Clear();
        }
        else
        {
            cache.Drop(touched);
        }
    }

    private void Set(JournalHead head)
    {
        Volatile.Write(ref _known, Math.Max(_known, head.Position));
        Volatile.Write(ref _head, head);
    }
}

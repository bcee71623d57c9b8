using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Testing.Stores;

/// <summary>A store that outlives the kernels opened on it, and that can be told to fail. It refuses whatever a real one would refuse.</summary>
public sealed class InMemoryJournalStore : IJournalStore
{
    private readonly Lock _gate = new();
    private readonly Queue<StoreFault> _faults = [];
    private readonly StoreTables _tables = new();

    /// <inheritdoc/>
    public bool IsExclusive { get; init; } = true;

    /// <summary>While it is full every write fails and nothing of it is kept.</summary>
    public bool IsFull { get; set; }

    /// <summary>While it is away nothing can be read or written.</summary>
    public bool IsAway { get; set; }

    /// <summary>Awaited before each write: a test holds the writer there.</summary>
    public Func<JournalBatch, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called with every batch that was kept.</summary>
    public Action<JournalBatch> AfterAppend { get; set; } = _ => { };

    /// <summary>How many commits of a batch are kept where only the first ones are; half of them unless a test says otherwise.</summary>
    public Func<int, int> PrefixLength { get; set; } = count => count / 2;

    /// <summary>How many batches were kept.</summary>
    public int Batches { get; private set; }

    /// <summary>The next writes go wrong so, one each.</summary>
    /// <param name="faults">How, in order.</param>
    public void FailNext(params ReadOnlySpan<StoreFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _faults.Enqueue(fault);
            }
        }
    }

    /// <summary>What is kept, to look at and to damage.</summary>
    /// <param name="use">Gets the tables; nobody else does meanwhile.</param>
    public void Use(Action<StoreTables> use)
    {
        lock (_gate)
        {
            use(_tables);
        }
    }

    /// <summary>Every commit, in order.</summary>
    /// <returns>A copy.</returns>
    public IReadOnlyList<StoredCommit> Commits() => Read(tables => tables.Commits.ToArray());

    /// <inheritdoc/>
    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Head, cancellationToken);

    /// <inheritdoc/>
    public async Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await BeforeAppend(batch);
        lock (_gate)
        {
            var fault = _faults.TryDequeue(out var next) ? next : StoreFault.None;
            ThrowBefore(fault);
            var kept = fault is StoreFault.PrefixThenTaken or StoreFault.PrefixThenTransient ? PrefixOf(batch) : batch;
            Batches += _tables.Append(kept) ? 1 : 0;
            AfterAppend(kept);
            ThrowAfter(fault);
        }
    }

    /// <inheritdoc/>
    public Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken) => ReadAsync(tables => tables.FindDedupe(dedupe), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(tables => [.. tables.StreamOf(stream)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(tables => [.. tables.Commits.Skip((int)Math.Max(0, from - 1)).Take(count)], cancellationToken);

    /// <inheritdoc/>
    public Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) => ReadAsync(tables => tables.Keys.GetValueOrDefault(stream), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredKey>>(tables =>
        [
            .. tables.Keys.Values.OrderBy(key => key.Stream.Value, StringComparer.Ordinal)
                .Where(key => after is not { } last || string.CompareOrdinal(key.Stream.Value, last.Value) > 0)
                .Take(count),
        ], cancellationToken);

    /// <inheritdoc/>
    public Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) => ReadAsync(tables =>
    {
        tables.DestroyKeys(streams);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StreamId>>(tables =>
            [.. tables.LinkedTo(person).Where(stream => stream.Value.StartsWith(prefix, StringComparison.Ordinal)).Take(count)], cancellationToken);

    /// <inheritdoc/>
    public Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Approvals.TryGetValue(approval, out var row) ? row.WorkItem : (WorkItemId?)null, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemRow>>(tables =>
        [
            .. tables.WorkItems.Values.OrderByDescending(row => row.Id.ToString(), StringComparer.Ordinal)
                .Where(row => before is not { } last || string.CompareOrdinal(row.Id.ToString(), last.ToString()) < 0)
                .Where(row => !openOnly || row.WakeAt is not null)
                .Take(count),
        ], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemId>>(tables => [.. tables.WorkItems.Values.Where(row => row.WakeAt <= now).OrderBy(row => row.WakeAt).Take(count).Select(row => row.Id)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemCounts>>(tables =>
        [
            .. tables.WorkItems.Values.GroupBy(row => (row.State, row.Category)).Select(group => new WorkItemCounts(
                group.Key.State, group.Key.Category, group.LongCount(), group.Sum(row => row.Done), group.Sum(row => row.Failed), group.Sum(row => row.Unknown))),
        ], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<RecordRow>>(tables => [.. tables.Records.Values.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Ledger, cancellationToken);

    /// <inheritdoc/>
    public Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken) => ReadAsync(tables =>
    {
        tables.Replace(projections);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Projections(), cancellationToken);

    private T Read<T>(Func<StoreTables, T> read)
    {
        lock (_gate)
        {
            return read(_tables);
        }
    }

    /// <summary>Reads come back on the caller's thread, as they do from SQLite.</summary>
    private Task<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        return IsAway ? Task.FromException<T>(Away()) : Task.FromResult(Read(read));
    }

    private void ThrowBefore(StoreFault fault)
    {
        if (IsAway)
        {
            throw Away();
        }

        if (IsFull || fault is StoreFault.TransientBefore)
        {
            throw new AiOsException("The store is full.") { IsTransient = true };
        }

        if (fault is StoreFault.TakenByAnother)
        {
            throw new PositionTakenException();
        }

        if (fault is StoreFault.Broken)
        {
            throw new AiOsException("The store is damaged.");
        }
    }

    private static void ThrowAfter(StoreFault fault)
    {
        if (fault is StoreFault.LostReply or StoreFault.PrefixThenTransient)
        {
            throw new AiOsException("The reply was lost.") { IsTransient = true };
        }

        if (fault is StoreFault.TakenByItself or StoreFault.PrefixThenTaken)
        {
            throw new PositionTakenException();
        }
    }

    private JournalBatch PrefixOf(JournalBatch batch) => new([.. batch.Entries.Take(PrefixLength(batch.Entries.Count))]);

    private static AiOsException Away() => new("The store is away.") { IsTransient = true };
}

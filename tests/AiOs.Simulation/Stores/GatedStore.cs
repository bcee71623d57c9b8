using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Testing.Stores;

namespace AiOs.Simulation.Stores;

/// <summary>The tables of the world as one host sees them. What is handed over is copied, so that nobody changes it afterwards.</summary>
internal sealed class GatedStore(IStoreGate gate, bool exclusive, bool mayReplace, Func<LedgerRow?> snapshot) : IJournalStore
{
    public bool IsExclusive => exclusive;

    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Head);

    public Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        var copy = CopyOf(batch);
        return gate.PassAsync(tables => tables.Append(copy), writes: true);
    }

    public Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken) => ReadAsync(tables => tables.FindDedupe(dedupe));

    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(tables => [.. tables.StreamOf(stream)]);

    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(tables => [.. tables.Commits.Skip((int)Math.Max(0, from - 1)).Take(count)]);

    public Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) => ReadAsync(tables => tables.Keys.GetValueOrDefault(stream));

    public Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredKey>>(tables =>
        [
            .. tables.Keys.Values.OrderBy(key => key.Stream.Value, StringComparer.Ordinal)
                .Where(key => after is not { } last || string.CompareOrdinal(key.Stream.Value, last.Value) > 0)
                .Take(count),
        ]);

    public Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) =>
        gate.PassAsync(
            tables =>
            {
                tables.DestroyKeys(streams);
                return true;
            },
            writes: true);

    public Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StreamId>>(tables => [.. tables.LinkedTo(person).Where(stream => stream.Value.StartsWith(prefix, StringComparison.Ordinal)).Take(count)]);

    public Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Approvals.TryGetValue(approval, out var row) ? row.WorkItem : (WorkItemId?)null);

    public Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemRow>>(tables =>
        [
            .. tables.WorkItems.Values.Where(row => !openOnly || row.WakeAt is not null)
                .OrderByDescending(row => row.Id.ToString(), StringComparer.Ordinal)
                .Where(row => before is not { } last || string.CompareOrdinal(row.Id.ToString(), last.ToString()) < 0)
                .Take(count),
        ]);

    public Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemId>>(tables => [.. tables.WorkItems.Values.Where(row => row.WakeAt <= now).OrderBy(row => row.WakeAt).Take(count).Select(row => row.Id)]);

    public Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemCounts>>(tables =>
        [
            .. tables.WorkItems.Values.GroupBy(row => (row.State, row.Category)).Select(group => new WorkItemCounts(
                group.Key.State, group.Key.Category, group.LongCount(), group.Sum(row => row.Done), group.Sum(row => row.Failed), group.Sum(row => row.Unknown))),
        ]);

    public Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<RecordRow>>(tables => [.. tables.Records.Values.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal)]);

    public Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Ledger ?? snapshot());

    /// <summary>The inspector compares and puts nothing right.</summary>
    public Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken) => ReadAsync(tables =>
    {
        if (mayReplace)
        {
            tables.Replace(projections);
        }

        return true;
    });

    public Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken) => ReadAsync(tables => tables.Projections());

    private Task<T> ReadAsync<T>(Func<StoreTables, T> read) => gate.PassAsync(read, writes: false);

    private static JournalBatch CopyOf(JournalBatch batch) => new([.. batch.Entries.Select(CopyOf)]);

    private static JournalEntry CopyOf(JournalEntry entry) => entry with
    {
        Commit = entry.Commit with { Bytes = entry.Commit.Bytes.ToArray() },
        Key = entry.Key is { } key ? key with { Wrapped = key.Wrapped.ToArray() } : null,
        Links = [.. entry.Links],
        Projections = entry.Projections with
        {
            WorkItems = [.. entry.Projections.WorkItems],
            Approvals = [.. entry.Projections.Approvals],
            Records = [.. entry.Projections.Records],
        },
    };
}

using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.KillHost;

/// <summary>
/// The control: a store that says an intent is durable and only keeps it in mind, so that calls come before their intent is journalled.
/// The intent is written with the next batch, so that without a kill nobody sees a difference.
/// </summary>
internal sealed class LateIntentStore(IJournalStore inner) : IJournalStore
{
    private JournalBatch? _held;

    public bool Holds => _held is not null;

    public bool IsExclusive => inner.IsExclusive;

    public async Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        if (_held is { } held)
        {
            _held = null;
            await inner.AppendAsync(held, cancellationToken);
        }

        if (batch.Commits.Any(AsksForAnEffect))
        {
            _held = batch;
            return;
        }

        await inner.AppendAsync(batch, cancellationToken);
    }

    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => inner.HeadAsync(cancellationToken);

    public Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken) => inner.FindDedupeAsync(dedupe, cancellationToken);

    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) => inner.ReadStreamAsync(stream, cancellationToken);

    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) => inner.ReadAsync(from, count, cancellationToken);

    public Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) => inner.FindKeyAsync(stream, cancellationToken);

    public Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken) => inner.ReadKeysAsync(after, count, cancellationToken);

    public Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) => inner.DestroyKeysAsync(streams, cancellationToken);

    public Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken) =>
        inner.FindLinkedAsync(person, prefix, count, cancellationToken);

    public Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken) => inner.FindApprovalAsync(approval, cancellationToken);

    public Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) =>
        inner.ListWorkItemsAsync(count, before, openOnly, cancellationToken);

    public Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken) => inner.ListDueAsync(now, count, cancellationToken);

    public Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken) => inner.ReadLedgerAsync(cancellationToken);

    public Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);

    public Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) => inner.ListRecordsAsync(cancellationToken);

    public Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken) => inner.ReplaceProjectionsAsync(projections, cancellationToken);

    public Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken) => inner.ReadProjectionsAsync(cancellationToken);

    private static bool AsksForAnEffect(StoredCommit commit) =>
        Encoding.UTF8.GetString(commit.Bytes.Span).Contains("\"effect-requested", StringComparison.Ordinal);
}

using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Journal;
using AiOs.Storage.Mongo.Rows;
using Microsoft.Extensions.Logging;

namespace AiOs.Storage.Mongo;

/// <summary>The journal in MongoDB: a commit is a document, the unique keys say which host was first, and rows follow by position.</summary>
internal sealed class MongoJournalStore : IJournalStore
{
    private readonly MongoPlace _place;
    private readonly CommitAppender _appender;
    private readonly CommitReads _commits;
    private readonly RowKeeper _keeper;
    private readonly RowReader _rows;

    public MongoJournalStore(MongoPlace place, ILoggerFactory loggers)
    {
        _place = place;
        _keeper = new RowKeeper(place, loggers.CreateLogger<RowKeeper>());
        _appender = new CommitAppender(place, _keeper);
        _commits = new CommitReads(place, _appender);
        _rows = new RowReader(place, _keeper);
    }

    /// <inheritdoc/>
    public bool IsExclusive => false;

    /// <inheritdoc/>
    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) => _place.ReadAsync(_commits.HeadAsync, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _place.WriteAsync(() => _appender.AppendAsync(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken) =>
        _place.ReadAsync(stop => _commits.FindDedupeAsync(dedupe, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        _place.ReadAsync(stop => _commits.ReadStreamAsync(stream, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) => count <= 0
        ? Task.FromResult<IReadOnlyList<StoredCommit>>([])
        : _place.ReadAsync(stop => _commits.ReadAsync(from, count, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) =>
        _place.ReadAsync(stop => _commits.FindKeyAsync(stream, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken) => count <= 0
        ? Task.FromResult<IReadOnlyList<StoredKey>>([])
        : _place.ReadAsync(stop => _commits.ReadKeysAsync(after, count, stop), cancellationToken);

    /// <inheritdoc/>
    public Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) =>
        _place.WriteAsync(() => _commits.DestroyKeysAsync(streams), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken) =>
        _place.ReadAsync(stop => _commits.FindLinkedAsync(person, prefix, count, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken) =>
        _place.ReadAsync(stop => _rows.FindApprovalAsync(approval, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) => count <= 0
        ? Task.FromResult<IReadOnlyList<WorkItemRow>>([])
        : _place.ReadAsync(stop => _rows.ListWorkItemsAsync(count, before, openOnly, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken) => count <= 0
        ? Task.FromResult<IReadOnlyList<WorkItemId>>([])
        : _place.ReadAsync(stop => _rows.ListDueAsync(now, count, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken) => _place.ReadAsync(_rows.CountAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) => _place.ReadAsync(_rows.ListRecordsAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken) => _place.ReadAsync(_rows.ReadLedgerAsync, cancellationToken);

    /// <inheritdoc/>
    public Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(projections);
        return _place.WriteAsync(async () => await _keeper.ReplaceAsync(projections, (await _commits.HeadAsync(CancellationToken.None)).Position), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken) => _place.ReadAsync(_rows.ReadAllAsync, cancellationToken);
}

using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Reading;
using AiOs.Storage.Sqlite.Writing;

namespace AiOs.Storage.Sqlite.Knowledge;

/// <summary>
/// Memory in the journal's file: words in FTS5, vectors as they are. Writes go through the journal's one writer, reads through connections
/// of their own, so that a long search never stands in a work item's way. It has no search by vectors: the caller compares exactly.
/// </summary>
public sealed class SqliteKnowledgeStore : IKnowledgeStore, IDisposable
{
    private readonly JournalWriter _journal;
    private readonly KnowledgeWriter _writer;
    private readonly ReaderPool _readers;
    private readonly QueryTerms _terms = new();

    /// <summary>Opens memory in the file of a journal.</summary>
    /// <param name="journal">The journal; it is closed after this.</param>
    public SqliteKnowledgeStore(SqliteJournalStore journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        _journal = journal.Writer;
        _writer = _journal.Prepare(static connection => new KnowledgeWriter(connection));
        _readers = new ReaderPool(journal.Path);
    }

    /// <inheritdoc/>
    public Task<long> PositionAsync(CancellationToken cancellationToken) => ReadAsync(KnowledgeQueries.Position, cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return KeepAsync(() => _writer.Apply(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return KeepAsync(() => _writer.Put(vectors), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return DoAsync<IReadOnlyList<KnowledgeId>>(
            () =>
            {
                IReadOnlyList<KnowledgeId> gone = [];
                _journal.InTransaction(() => _writer.Forget(sources, out gone));

                // The log still holds pages as they were; it is emptied while nobody reads.
                _readers.WhileQuiet(_journal.Empty);
                return gone;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) => KeepAsync(_writer.Clear, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeItem>>(reader => reader.AsOfOneMoment(() => KnowledgeQueries.Find(reader, ids)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListAsync(
        KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken)
    {
        var condition = new KnowledgeFilterSql(filter);
        return condition.IsEmpty
            ? Task.FromResult<IReadOnlyList<KnowledgeItem>>([])
            : ReadAsync<IReadOnlyList<KnowledgeItem>>(reader => reader.AsOfOneMoment(() => KnowledgeQueries.List(reader, condition, before, count)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>> SearchTextAsync(
        string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        var condition = new KnowledgeFilterSql(filter);
        return DoAsync<IReadOnlyList<KnowledgeScore>>(
            () => condition.IsEmpty || _terms.Of(words) is not { Count: > 0 } terms
                ? []
                : _readers.Read(reader => reader.AsOfOneMoment(() => new TextSearch(condition).Run(reader, terms, count))),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>?> SearchVectorAsync(
        KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<KnowledgeScore>?>(null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(
        string model, KnowledgeId? after, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeVector>>(reader => KnowledgeQueries.Vectors(reader, model, after, count), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeItem>>(reader => KnowledgeQueries.WithoutVector(reader, model, count), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _terms.Dispose();
    }

    private Task<bool> KeepAsync(Func<bool> write, CancellationToken cancellationToken) => DoAsync(
        () =>
        {
            _journal.InTransaction(write);
            return true;
        },
        cancellationToken);

    private Task<T> ReadAsync<T>(Func<JournalReader, T> read, CancellationToken cancellationToken) =>
        DoAsync(() => _readers.Read(read), cancellationToken);

    private static Task<T> DoAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        try
        {
            return Task.FromResult(work());
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }
}

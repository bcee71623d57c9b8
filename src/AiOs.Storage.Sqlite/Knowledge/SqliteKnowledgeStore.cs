using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Knowledge.Words;
using AiOs.Storage.Sqlite.Reading;
using AiOs.Storage.Sqlite.Side;
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
    private readonly WordIndex _words;
    private readonly Lock _changes = new();

    /// <summary>Opens memory in the file of a journal.</summary>
    /// <param name="journal">The journal; it is closed after this.</param>
    public SqliteKnowledgeStore(SqliteJournalStore journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        _journal = journal.Writer;
        _writer = _journal.Prepare(static connection => new KnowledgeWriter(connection));
        _readers = new ReaderPool(journal.Path);
        _words = new WordIndex(_terms);
    }

    /// <inheritdoc/>
    public Task<long> PositionAsync(CancellationToken cancellationToken) => ReadAsync(KnowledgeQueries.Position, cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return KeepAsync(() => _writer.Apply(batch), Follow, cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return KeepAsync(() => _writer.Put(vectors), Follow, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return SideWork.RunAsync<IReadOnlyList<KnowledgeId>>(
            () =>
            {
                IReadOnlyList<KnowledgeId> gone = [];
                Change(() => _writer.Forget(sources, out gone), _words.Reset);

                // The log still holds pages as they were; it is emptied while nobody reads.
                _readers.WhileQuiet(_journal.Empty);
                return gone;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) => KeepAsync(_writer.Clear, _words.Reset, cancellationToken);

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
        return SideWork.RunAsync<IReadOnlyList<KnowledgeScore>>(
            () => condition.IsEmpty || _terms.Of(words) is not { Count: > 0 } terms ? [] : _words.Search(_readers, condition, terms, count),
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
    public Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(
        string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeVector>>(reader => KnowledgeQueries.Vectors(reader, model, ids), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<KnowledgeItem>>(reader => KnowledgeQueries.WithoutVector(reader, model, count), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _terms.Dispose();
    }

    private Task<bool> KeepAsync(Func<bool> write, Action follow, CancellationToken cancellationToken) => SideWork.RunAsync(
        () =>
        {
            Change(write, follow);
            return true;
        },
        cancellationToken);

    /// <summary>Writes, and then lets what is in memory know, whether or not the write went well: to read a row once more does no harm.</summary>
    private void Change(Func<bool> write, Action follow)
    {
        lock (_changes)
        {
            _writer.Touched.Clear();
            try
            {
                _journal.InTransaction(write);
            }
            finally
            {
                follow();
            }
        }
    }

    private void Follow() => _words.Touch(_writer.Touched);

    private Task<T> ReadAsync<T>(Func<JournalReader, T> read, CancellationToken cancellationToken) =>
        SideWork.RunAsync(() => _readers.Read(read), cancellationToken);
}

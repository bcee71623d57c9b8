using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Reading;
using AiOs.Storage.Sqlite.Side;
using AiOs.Storage.Sqlite.Writing;

namespace AiOs.Storage.Sqlite;

/// <summary>
/// The journal in one SQLite file: write-ahead log, synchronous=FULL. A batch is one transaction and one sync. All work is done on the
/// caller's thread, and every task that is returned is complete.
/// </summary>
public sealed class SqliteJournalStore : IJournalStore, IAsyncDisposable
{
    private readonly JournalWriter _writer;
    private readonly ReaderPool _readers;

    private SqliteJournalStore(JournalWriter writer, ReaderPool readers, Connection connection, TimeProvider time)
    {
        _writer = writer;
        _readers = readers;
        Leases = new SqliteLeases(writer, connection, time);
        Cursors = new SqliteCursors(writer, connection);
    }

    /// <inheritdoc/>
    public bool IsExclusive => true;

    /// <summary>Leases in the same file.</summary>
    public ILeases Leases { get; }

    /// <summary>Cursors in the same file.</summary>
    public ICursors Cursors { get; }

    /// <summary>The one connection that writes to the file; whoever keeps something else in it writes through this.</summary>
    internal JournalWriter Writer => _writer;

    /// <summary>The database file.</summary>
    internal string Path => _writer.Path;

    /// <summary>
    /// Opens the journal, or makes it where the file is missing. Throws <see cref="Contracts.AiOsException"/> with one clear sentence where
    /// the file is damaged, of another workspace, of a newer schema, or cannot be opened.
    /// </summary>
    /// <param name="options">Where it is.</param>
    /// <param name="workspace">Whose journal it must be.</param>
    /// <param name="held">The lock on the file's folder, held for as long as the store is open: what makes it exclusive.</param>
    /// <param name="time">The clock of the leases; the system's unless another is given.</param>
    /// <returns>The store.</returns>
    public static SqliteJournalStore Open(SqliteOptions options, WorkspaceId workspace, WorkspaceLock held, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(held);
        if (!held.Covers(options.Folder))
        {
            throw new ArgumentException($"The lock is on another folder than {options.Path}.", nameof(held));
        }

        var path = System.IO.Path.GetFullPath(options.Path);
        PrivateFiles.MakeFolder(options.Folder);
        PrivateFiles.MakeFile(path);
        var connection = Connection.Open(path, canWrite: true);
        try
        {
            Schema.Prepare(connection, workspace, options);
            var readers = new ReaderPool(path);
            return new SqliteJournalStore(new JournalWriter(connection, readers, options), readers, connection, time ?? TimeProvider.System);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<JournalHead> HeadAsync(CancellationToken cancellationToken) =>
        ReadAsync(static reader => reader.Head(), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(JournalBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return WriteAsync(() => _writer.Append(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StreamId?> FindDedupeAsync(string dedupe, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.FindDedupe(dedupe), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(reader => reader.ReadStream(stream), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredCommit>> ReadAsync(long from, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredCommit>>(reader => reader.Read(from, count), cancellationToken);

    /// <inheritdoc/>
    public Task<StoredKey?> FindKeyAsync(StreamId stream, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.FindKey(stream), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredKey>> ReadKeysAsync(StreamId? after, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StoredKey>>(reader => reader.ReadKeys(after, count), cancellationToken);

    /// <inheritdoc/>
    public Task DestroyKeysAsync(IReadOnlyList<StreamId> streams, CancellationToken cancellationToken) =>
        WriteAsync(() => _writer.DestroyKeys(streams), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StreamId>> FindLinkedAsync(string person, string prefix, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<StreamId>>(reader => reader.FindLinked(person, prefix, count), cancellationToken);

    /// <inheritdoc/>
    public Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken) =>
        ReadAsync(reader => reader.FindApproval(approval), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(
        int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemRow>>(reader => reader.ListWorkItems(count, before, openOnly), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemId>>(reader => reader.ListDue(now, count), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<WorkItemCounts>>(static reader => reader.Count(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<RecordRow>>(static reader => reader.ListRecords(), cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken) => ReadAsync(static reader => reader.ReadLedger(), cancellationToken);

    /// <inheritdoc/>
    public Task ReplaceProjectionsAsync(Projections projections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(projections);
        return WriteAsync(() => _writer.Replace(projections), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Projections> ReadProjectionsAsync(CancellationToken cancellationToken) =>
        ReadAsync(static reader => reader.Projections(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // The readers first: the last checkpoint waits for them.
        _readers.Dispose();
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Changes how large the file may grow; tests fill the disk with it.</summary>
    /// <param name="pages">The number of pages.</param>
    internal void SetMaxPages(long pages) => _writer.SetMaxPages(pages);

    /// <summary>What a setting of the writing connection stands at.</summary>
    /// <param name="pragma">The setting.</param>
    /// <returns>Its number.</returns>
    internal long Setting(string pragma) => _writer.Setting(pragma);

    private static Task<bool> WriteAsync(Action write, CancellationToken cancellationToken) => SideWork.RunAsync(
        () =>
        {
            write();
            return true;
        },
        cancellationToken);

    private Task<T> ReadAsync<T>(Func<JournalReader, T> read, CancellationToken cancellationToken) =>
        SideWork.RunAsync(() => _readers.Read(read), cancellationToken);
}

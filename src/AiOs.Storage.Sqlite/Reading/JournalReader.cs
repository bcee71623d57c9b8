using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Database;

namespace AiOs.Storage.Sqlite.Reading;

/// <summary>One connection that reads, with its prepared statements. One thread at a time.</summary>
internal sealed class JournalReader : IDisposable
{
    private readonly Connection _connection;
    private readonly Dictionary<string, Statement> _statements = [];

    /// <summary>Opens a file that the writer has prepared.</summary>
    /// <param name="path">The database file.</param>
    public JournalReader(string path)
    {
        _connection = Connection.Open(path, canWrite: false);
        try
        {
            Schema.SetCommon(_connection);
            _connection.Execute("PRAGMA query_only=ON; PRAGMA cache_size=-1024;");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public JournalHead Head()
    {
        var select = Of("SELECT position, hash FROM commits ORDER BY position DESC LIMIT 1");
        return First(select, static row => new JournalHead(row.Long(0), new Digest(Convert.ToHexStringLower(row.Bytes(1)))))
            ?? new JournalHead(0, Digest.Zero);
    }

    public StreamId? FindDedupe(string dedupe)
    {
        Span<byte> keyed = stackalloc byte[16];
        CommitRow.Hex(dedupe, keyed, nameof(dedupe));
        var select = Of("SELECT stream FROM commits WHERE dedupe = ?").Bind(1, keyed);
        return First<StreamId?>(select, static row => StreamName.Unpack(row.Bytes(0)));
    }

    public List<StoredCommit> ReadStream(StreamId stream)
    {
        var select = Of($"SELECT {CommitRow.Columns} FROM commits WHERE stream = ? ORDER BY version").Bind(1, StreamName.Pack(stream));
        var commits = All(select, CommitRow.Read);
        CheckGapless(commits, static commit => commit.Version, 1, static (commit, number) => $"version {number} of {commit.Stream}");
        return commits;
    }

    public List<StoredCommit> Read(long from, int count)
    {
        var select = Of($"SELECT {CommitRow.Columns} FROM commits WHERE position >= ? ORDER BY position LIMIT ?").Bind(1, from).Bind(2, count);
        var commits = All(select, CommitRow.Read);
        CheckGapless(commits, static commit => commit.Position, Math.Max(1, from), static (_, number) => $"position {number}");
        return commits;
    }

    public StoredKey? FindKey(StreamId stream)
    {
        var select = Of("SELECT wrapped FROM keys WHERE stream = ?").Bind(1, StreamName.Pack(stream));
        var wrapped = First(select, static row => row.Bytes(0).ToArray());
        return wrapped is null ? null : new StoredKey(stream, wrapped);
    }

    public List<StoredKey> ReadKeys(StreamId? after, int count) => All(
        Of("SELECT stream, wrapped FROM keys WHERE stream > ? ORDER BY stream LIMIT ?")
            .Bind(1, after is { } stream ? StreamName.Pack(stream) : [])
            .Bind(2, count),
        static row => new StoredKey(StreamName.Unpack(row.Bytes(0)), row.Bytes(1).ToArray()));

    public List<StreamId> FindLinked(string person, string prefix, int count)
    {
        Span<byte> keyed = stackalloc byte[16];
        CommitRow.Hex(person, keyed, nameof(person));
        var (from, beyond, areIds) = StreamName.Range(prefix);

        // Ids are made in order of time, so the index has the newest at its end; other names are sorted by when they were linked.
        var select = areIds
            ? Of("SELECT stream FROM links WHERE person = ? AND stream >= ? AND stream < ? ORDER BY stream DESC")
            : Of("SELECT stream FROM links WHERE person = ? AND stream >= ? AND stream < ? ORDER BY since DESC, stream DESC");
        select.Bind(1, keyed).Bind(2, from).Bind(3, beyond);
        var found = new List<StreamId>();
        try
        {
            while (found.Count < count && select.Step())
            {
                var stream = StreamName.Unpack(select.Bytes(0));
                if (stream.Value.StartsWith(prefix, StringComparison.Ordinal))
                {
                    found.Add(stream);
                }
            }
        }
        finally
        {
            select.Reset();
        }

        return found;
    }

    public WorkItemId? FindApproval(ApprovalId approval) => First<WorkItemId?>(
        Of("SELECT work_item FROM approvals WHERE id = ?").Bind(1, approval.Value),
        static row => new WorkItemId(row.Guid(0)));

    public List<WorkItemRow> ListWorkItems(int count, WorkItemId? before, bool openOnly)
    {
        var sql = new StringBuilder($"SELECT {WorkItemColumns.Columns} FROM work_items WHERE id < ?1");
        sql.Append(openOnly ? " AND +wake_at IS NOT NULL" : string.Empty).Append(" ORDER BY id DESC LIMIT ?2");
        return All(Of(sql.ToString()).Bind(1, before?.Value ?? Guid.AllBitsSet).Bind(2, count), WorkItemColumns.Read);
    }

    public List<WorkItemId> ListDue(DateTimeOffset now, int count) => All(
        Of("SELECT id FROM work_items WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ?").Bind(1, now.ToUnixTimeMilliseconds()).Bind(2, count),
        static row => new WorkItemId(row.Guid(0)));

    public List<WorkItemCounts> Count() => All(
        Of("""
            SELECT state, category, count(*), sum(done), sum(failed), sum(unknown) FROM work_items
            GROUP BY state, category ORDER BY state, category
            """),
        static row => new WorkItemCounts(
            (WorkItemState)row.Int(0), WorkItemColumns.CategoryAt(row, 1), row.Long(2), row.Long(3), row.Long(4), row.Long(5)));

    public List<RecordRow> ListRecords() => All(
        Of("SELECT id, version FROM records ORDER BY id"),
        static row => new RecordRow(RecordId.TryParse(row.Text(0), out var id) ? id : default, row.Long(1)));

    public LedgerRow? ReadLedger() => First(Of("SELECT position, body FROM ledger WHERE id = 1"), static row => new LedgerRow(row.Long(0), row.Text(1)));

    /// <summary>Every row of every projection, as of one moment.</summary>
    /// <returns>The rows.</returns>
    public Projections Projections() => AsOfOneMoment(() => new Projections
    {
        WorkItems = All(Of($"SELECT {WorkItemColumns.Columns} FROM work_items ORDER BY id"), WorkItemColumns.Read),
        Approvals = All(
            Of("SELECT id, work_item FROM approvals ORDER BY id"),
            static row => new ApprovalRow(new ApprovalId(row.Guid(0)), new WorkItemId(row.Guid(1)))),
        Records = ListRecords(),
        Ledger = ReadLedger(),
    });

    /// <summary>Reads several times as of one moment.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads on this connection.</param>
    /// <returns>What was read.</returns>
    internal T AsOfOneMoment<T>(Func<T> read)
    {
        _connection.Execute("BEGIN");
        try
        {
            return read();
        }
        finally
        {
            _connection.Execute("COMMIT");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>A bad sector in the middle of the tree can hide rows without SQLite noticing.</summary>
    private void CheckGapless(List<StoredCommit> commits, Func<StoredCommit, long> number, long expected, Func<StoredCommit, long, string> name)
    {
        foreach (var commit in commits)
        {
            if (number(commit) != expected)
            {
                throw new AiOsException($"{_connection.Path} is damaged, {name(commit, expected)} is missing; put a backup in its place.");
            }

            expected++;
        }
    }

    /// <summary>The first row of a query.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="select">The query, bound.</param>
    /// <param name="read">Reads the row.</param>
    /// <returns>The row, or the default.</returns>
    internal static T? First<T>(Statement select, Func<Statement, T> read)
    {
        try
        {
            return select.Step() ? read(select) : default;
        }
        finally
        {
            select.Reset();
        }
    }

    /// <summary>Every row of a query.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="select">The query, bound.</param>
    /// <param name="read">Reads a row.</param>
    /// <returns>The rows.</returns>
    internal static List<T> All<T>(Statement select, Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (select.Step())
            {
                rows.Add(read(select));
            }
        }
        finally
        {
            select.Reset();
        }

        return rows;
    }

    /// <summary>A statement of this connection, prepared when it is first asked for.</summary>
    /// <param name="sql">One of a bounded number of statements.</param>
    /// <returns>The statement.</returns>
    internal Statement Of(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _connection.Prepare(sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }
}

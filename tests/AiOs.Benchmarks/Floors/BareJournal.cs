using Microsoft.Data.Sqlite;

namespace AiOs.Benchmarks.Floors;

/// <summary>
/// Raw SQLite as a journal: one table, the same pragmas as our store, and the plainest group commit there is. Whoever comes while
/// nobody writes, writes; who comes meanwhile is in the next transaction.
/// </summary>
internal sealed class BareJournal : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _commit;
    private readonly SqliteParameter _body;
    private readonly Queue<Pending> _waiting = new();
    private bool _leading;

    public BareJournal(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA page_size=4096; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=4096; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        Execute("PRAGMA cache_size=-4096; PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");
        using (var level = Command("PRAGMA synchronous"))
        {
            // 2 is FULL. The floor has to wait for the disk as we do.
            if (level.ExecuteScalar() is not 2L)
            {
                throw new InvalidOperationException("The floor does not sync its commits.");
            }
        }

        Execute("CREATE TABLE commits(position INTEGER PRIMARY KEY, body BLOB NOT NULL);");
        _begin = Command("BEGIN IMMEDIATE");
        _insert = Command("INSERT INTO commits(body) VALUES ($body)");
        _body = _insert.Parameters.Add("$body", SqliteType.Blob);
        _commit = Command("COMMIT");
    }

    public long Count
    {
        get
        {
            using var count = Command("SELECT count(*) FROM commits");
            return (long)count.ExecuteScalar()!;
        }
    }

    /// <summary>Returns when the body is durable.</summary>
    public Task CommitAsync(byte[] body)
    {
        var pending = new Pending(body);
        lock (_gate)
        {
            _waiting.Enqueue(pending);
            if (_leading)
            {
                return pending.Done.Task;
            }

            _leading = true;
        }

        Lead();
        return pending.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _begin.DisposeAsync();
        await _insert.DisposeAsync();
        await _commit.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Lead()
    {
        var batch = new List<Pending>();
        lock (_gate)
        {
            while (batch.Count < LargestBatch && _waiting.TryDequeue(out var next))
            {
                batch.Add(next);
            }
        }

        try
        {
            Write(batch);
            batch.ForEach(pending => pending.Done.SetResult());
        }
        catch (SqliteException fault)
        {
            batch.ForEach(pending => pending.Done.SetException(fault));
        }

        lock (_gate)
        {
            _leading = _waiting.Count > 0;
            if (!_leading)
            {
                return;
            }
        }

        // Its own commit is durable: whoever asked for it goes on, and somebody else leads.
        ThreadPool.UnsafeQueueUserWorkItem(static journal => journal.Lead(), this, preferLocal: false);
    }

    private void Write(List<Pending> batch)
    {
        _begin.ExecuteNonQuery();
        foreach (var pending in batch)
        {
            _body.Value = pending.Body;
            _insert.ExecuteNonQuery();
        }

        _commit.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the texts are constants of this file
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private sealed record Pending(byte[] Body)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

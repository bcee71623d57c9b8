using SQLitePCL;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>
/// One connection of SQLite's own API. It is used by one thread at a time; whoever owns it sees to that.
/// Underneath the ADO.NET layer because that makes some garbage for each row and statement, and appending is the hot path.
/// </summary>
internal sealed class Connection : IDisposable
{
    /// <summary>How long a statement waits for another program's lock.</summary>
    public const int BusyMilliseconds = 5000;

    private const int DbStatusCacheWrite = 9;

    private readonly sqlite3 _handle;
    private readonly List<sqlite3_stmt> _statements = [];

    static Connection() => Batteries_V2.Init();

    private Connection(string path, sqlite3 handle)
    {
        Path = path;
        _handle = handle;
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Whether no transaction is open.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_handle) != 0;

    /// <summary>Opens a file that exists.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="canWrite">Whether it may write.</param>
    /// <returns>The connection.</returns>
    public static Connection Open(string path, bool canWrite)
    {
        var flags = (canWrite ? raw.SQLITE_OPEN_READWRITE : raw.SQLITE_OPEN_READONLY) | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            handle?.Dispose();
            throw SqliteFault.Of(code, path);
        }

        _ = raw.sqlite3_extended_result_codes(handle, 1);
        var connection = new Connection(path, handle);
        connection.WaitAtMost(BusyMilliseconds);
        return connection;
    }

    /// <summary>Makes a database of its own that is gone when it is closed.</summary>
    /// <returns>The connection.</returns>
    public static Connection OpenInMemory() => Open(":memory:", canWrite: true);

    /// <summary>Runs statements that give no rows anybody wants.</summary>
    /// <param name="sql">The statements.</param>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Prepares a statement that is kept until the connection is closed.</summary>
    /// <param name="sql">One statement.</param>
    /// <returns>The statement.</returns>
    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        _statements.Add(statement);
        return new Statement(this, statement);
    }

    /// <summary>The first column of the first row of a query, as a number.</summary>
    /// <param name="sql">The query.</param>
    /// <returns>The number; 0 where there is no row.</returns>
    public long Number(string sql)
    {
        var statement = Prepare(sql);
        var number = statement.Step() ? statement.Long(0) : 0;
        statement.Reset();
        return number;
    }

    /// <summary>How many pages this connection has written since it was opened.</summary>
    /// <returns>The number of pages.</returns>
    public int PagesWritten()
    {
        Check(raw.sqlite3_db_status(_handle, DbStatusCacheWrite, out var current, out _, 0));
        return current;
    }

    /// <summary>Copies the write-ahead log into the file.</summary>
    /// <param name="mode">PASSIVE waits for nobody; TRUNCATE waits for readers and then empties the log.</param>
    /// <returns>How many pages the log holds, copied or not; a negative number where that cannot be told.</returns>
    public int Checkpoint(int mode)
    {
        // A fault here loses nothing: the log stays as it is and the next checkpoint tries again.
        _ = raw.sqlite3_wal_checkpoint_v2(_handle, "main", mode, out var logged, out _);
        return logged;
    }

    /// <summary>How long to wait for what another connection has locked.</summary>
    /// <param name="milliseconds">The time.</param>
    public void WaitAtMost(int milliseconds) => _ = raw.sqlite3_busy_timeout(_handle, milliseconds);

    /// <summary>Throws for a result code that is no success.</summary>
    /// <param name="code">The code.</param>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw SqliteFault.Of(raw.sqlite3_extended_errcode(_handle) is var extended and not raw.SQLITE_OK ? extended : code, Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _handle.Dispose();
    }
}

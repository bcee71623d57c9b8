using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Storage.Sqlite.Knowledge;

namespace AiOs.Storage.Sqlite.Database;

/// <summary>The tables, and the check that a file is this workspace's journal.</summary>
internal static class Schema
{
    private const int Version = 3;
    private const int ApplicationId = 0x41694f73;

    private const string Tables = """
        CREATE TABLE meta(id INTEGER PRIMARY KEY CHECK (id = 1), workspace TEXT NOT NULL);
        CREATE TABLE commits(position INTEGER PRIMARY KEY, stream BLOB NOT NULL, version INTEGER NOT NULL, id BLOB NOT NULL,
            dedupe BLOB, hash BLOB NOT NULL, body BLOB NOT NULL);
        CREATE UNIQUE INDEX commits_by_stream ON commits(stream, version);
        CREATE UNIQUE INDEX commits_by_id ON commits(id);
        CREATE UNIQUE INDEX commits_by_dedupe ON commits(dedupe) WHERE dedupe IS NOT NULL;
        CREATE TABLE keys(stream BLOB PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE links(person BLOB NOT NULL, stream BLOB NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (person, stream)) WITHOUT ROWID;
        CREATE TABLE work_items(id BLOB PRIMARY KEY, state INTEGER NOT NULL, category INTEGER, opened_at INTEGER NOT NULL, wake_at INTEGER,
            done INTEGER NOT NULL, failed INTEGER NOT NULL, unknown INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX work_items_due ON work_items(wake_at) WHERE wake_at IS NOT NULL;
        CREATE TABLE approvals(id BLOB PRIMARY KEY, work_item BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE records(id TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
        """ + LedgerTable + SideTables + KnowledgeSchema.Tables;

    /// <summary>Since version 2.</summary>
    private const string LedgerTable = """

        CREATE TABLE IF NOT EXISTS ledger(id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER NOT NULL, body TEXT NOT NULL);
        """;

    /// <summary>Since version 3.</summary>
    private const string SideTables = """

        CREATE TABLE IF NOT EXISTS leases(name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS cursors(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Sets a connection that writes to durable commits and makes the tables of a new file.</summary>
    /// <param name="connection">A connection that may write.</param>
    /// <param name="workspace">Whose journal it must be.</param>
    /// <param name="options">Sizes.</param>
    public static void Prepare(Connection connection, WorkspaceId workspace, SqliteOptions options)
    {
        // The page size only takes on a file that is still empty, and has to come before anything that touches it.
        connection.Execute($"PRAGMA page_size={options.PageSize}; PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;");
        connection.Execute("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-4096;");
        SetCommon(connection);
        if (options.MaxPages > 0)
        {
            connection.Execute($"PRAGMA max_page_count={options.MaxPages};");
        }

        if (connection.Number("PRAGMA user_version") == 0 && connection.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            Create(connection, workspace);
        }

        CheckOwner(connection, workspace);
        if (connection.Number("PRAGMA user_version") < Version)
        {
            InTransaction(connection, () => connection.Execute($"{LedgerTable} {SideTables} {KnowledgeSchema.Tables} PRAGMA user_version={Version};"));
        }
    }

    /// <summary>Sets what readers and the writer have in common.</summary>
    /// <param name="connection">The connection.</param>
    public static void SetCommon(Connection connection) =>
        connection.Execute("PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");

    private static void Create(Connection connection, WorkspaceId workspace) => InTransaction(connection, () =>
    {
        connection.Execute(Tables);
        connection.Prepare("INSERT INTO meta(id, workspace) VALUES (1, ?)").BindText(1, workspace.Value).Run();
        connection.Execute($"PRAGMA application_id={ApplicationId}; PRAGMA user_version={Version};");
    });

    private static void InTransaction(Connection connection, Action write)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            write();
            connection.Execute("COMMIT");
        }
        catch
        {
            if (!connection.IsAutocommit)
            {
                connection.Execute("ROLLBACK");
            }

            throw;
        }
    }

    private static void CheckOwner(Connection connection, WorkspaceId workspace)
    {
        var version = connection.Number("PRAGMA user_version");
        if (connection.Number("PRAGMA application_id") != ApplicationId || version < 1)
        {
            throw new AiOsException($"{connection.Path} is a database of another program; choose another Storage:Sqlite:Path.");
        }

        if (version > Version)
        {
            throw new AiOsException(
                $"{connection.Path} was written by a newer AiOs (schema {version}, this one knows {Version}); start the newer one.");
        }

        var select = connection.Prepare("SELECT workspace FROM meta WHERE id = 1");
        var owner = select.Step() ? select.Text(0) : string.Empty;
        select.Reset();
        if (owner != workspace.Value)
        {
            throw new AiOsException(
                $"{connection.Path} belongs to the workspace \"{owner}\", not to \"{workspace}\"; "
                + "mend Workspace:Id or choose another Storage:Sqlite:Path.");
        }
    }
}

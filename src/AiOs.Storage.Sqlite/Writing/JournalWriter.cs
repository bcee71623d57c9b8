using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Packing;
using AiOs.Storage.Sqlite.Reading;
using SQLitePCL;

namespace AiOs.Storage.Sqlite.Writing;

/// <summary>The one connection that writes, with its prepared statements.</summary>
internal sealed class JournalWriter : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Connection _connection;
    private readonly ReaderPool _readers;
    private readonly ProjectionWriter _projections;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private readonly Statement _head;
    private readonly Statement _at;
    private readonly Statement _insertCommit;
    private readonly Statement _insertKey;
    private readonly Statement _insertLink;
    private readonly Statement _deleteKey;
    private readonly Statement _deleteLinks;
    private readonly PackedWriter _packed = new();
    private readonly long _checkpointBytes;
    private readonly long _pageSize;
    private long _pagesAtCheckpoint;
    private bool _closed;

    /// <summary>Takes over a connection that <see cref="Schema.Prepare"/> has set up.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="readers">Who reads beside it.</param>
    /// <param name="options">Sizes.</param>
    public JournalWriter(Connection connection, ReaderPool readers, SqliteOptions options)
    {
        _connection = connection;
        _readers = readers;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _rollback = connection.Prepare("ROLLBACK");
        _head = connection.Prepare("SELECT max(position) FROM commits");
        _at = connection.Prepare("SELECT id, hash FROM commits WHERE position = ?");
        _insertCommit = connection.Prepare(CommitRow.Insert);
        _insertKey = connection.Prepare("INSERT INTO keys(stream, wrapped) VALUES (?, ?)");
        _insertLink = connection.Prepare("INSERT OR IGNORE INTO links(person, stream, since) VALUES (?, ?, ?)");
        _deleteKey = connection.Prepare("DELETE FROM keys WHERE stream = ?");
        _deleteLinks = connection.Prepare("DELETE FROM links WHERE stream = ?");
        _projections = new ProjectionWriter(connection);
        _checkpointBytes = options.CheckpointBytes;
        _pageSize = connection.Number("PRAGMA page_size");
    }

    /// <summary>The database file.</summary>
    internal string Path => _connection.Path;

    /// <summary>Prepares statements for somebody who writes with <see cref="InTransaction"/>.</summary>
    /// <typeparam name="T">Who.</typeparam>
    /// <param name="prepare">Gets the connection.</param>
    /// <returns>Who.</returns>
    internal T Prepare<T>(Func<Connection, T> prepare)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return prepare(_connection);
        }
    }

    /// <summary>Stores a batch: all of it or nothing.</summary>
    /// <param name="batch">The batch.</param>
    public void Append(JournalBatch batch) => InTransaction(() =>
    {
        var head = First(_head);
        if (batch.Commits.Count > 0 && batch.Commits[0].Position != head + 1)
        {
            return IsStored(batch.Commits, head) ? false : throw Refused(batch.Commits[0].Position, head);
        }

        foreach (var commit in batch.Commits)
        {
            if (commit.Position != ++head)
            {
                throw new ArgumentException($"Position {commit.Position} does not follow on {head - 1}.", nameof(batch));
            }

            CommitRow.Bind(_insertCommit, commit, _packed);
            _insertCommit.Run();
        }

        foreach (var entry in batch.Entries)
        {
            WriteKeys(entry);
        }

        _projections.Write(batch.Entries);
        return true;
    });

    /// <summary>Takes keys and links away; what was freed is overwritten, and the log that still held it is emptied.</summary>
    /// <param name="streams">Whose keys.</param>
    public void DestroyKeys(IReadOnlyList<StreamId> streams)
    {
        InTransaction(() =>
        {
            foreach (var stream in streams)
            {
                _deleteKey.Bind(1, StreamName.Pack(stream)).Run();
                _deleteLinks.Bind(1, StreamName.Pack(stream)).Run();
            }

            return true;
        });
        Empty();
    }

    /// <summary>Puts rows in the place of every projection.</summary>
    /// <param name="projections">The rows.</param>
    public void Replace(Projections projections) => InTransaction(() =>
    {
        _projections.Clear();
        _projections.Write(projections);
        return true;
    });

    /// <summary>Changes how large the file may grow.</summary>
    /// <param name="pages">The number of pages.</param>
    public void SetMaxPages(long pages)
    {
        lock (_gate)
        {
            _connection.Execute($"PRAGMA max_page_count={pages}");
        }
    }

    /// <summary>What a setting of this connection stands at.</summary>
    /// <param name="pragma">The setting.</param>
    /// <returns>Its number.</returns>
    public long Setting(string pragma)
    {
        lock (_gate)
        {
            return _connection.Number("PRAGMA " + pragma);
        }
    }

    /// <summary>Runs something in a transaction of this connection.</summary>
    /// <param name="write">What to run; it says whether what it wrote is kept.</param>
    public void InTransaction(Func<bool> write)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _begin.Run();
            try
            {
                (write() ? _commit : _rollback).Run();
            }
            catch
            {
                // SQLite has rolled back by itself after some faults, a full disk among them.
                if (!_connection.IsAutocommit)
                {
                    _rollback.Run();
                }

                throw;
            }

            CheckpointWhenLong();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _ = _connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
            _connection.Dispose();
        }
    }

    /// <summary>Copies the log into the file and cuts it to nothing; a reader of another program that holds it for long is a fault to be told.</summary>
    internal void Empty()
    {
        lock (_gate)
        {
            _readers.WhileQuiet(() => _connection.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE));
            if (new FileInfo(_connection.Path + "-wal") is { Exists: true, Length: > 0 })
            {
                throw new AiOsException($"{_connection.Path} is being read by another program, so its log still holds what is to be forgotten; close that program and try again.") { IsTransient = true };
            }
        }
    }

    private static long First(Statement number)
    {
        var value = number.Step() ? number.Long(0) : 0;
        number.Reset();
        return value;
    }

    private static AiOsException Refused(long position, long head) => position <= head
        ? new PositionTakenException($"Position {position} of the journal is taken; it ends at {head}.")
        : new AiOsException($"Position {position} leaves a gap: the journal ends at {head}; put back the newest copy of its file.");

    private void WriteKeys(JournalEntry entry)
    {
        if (entry.Key is { } key)
        {
            _insertKey.Bind(1, StreamName.Pack(key.Stream)).Bind(2, key.Wrapped.Span).Run();
        }

        Span<byte> person = stackalloc byte[16];
        foreach (var link in entry.Links)
        {
            CommitRow.Hex(link.Person, person, nameof(entry));
            _insertLink.Bind(1, person).Bind(2, StreamName.Pack(link.Stream)).Bind(3, entry.Commit.Position).Run();
        }
    }

    /// <summary>Whether a batch is a repeat of what is stored, its first reply having been lost.</summary>
    private bool IsStored(IReadOnlyList<StoredCommit> commits, long head)
    {
        if (commits[^1].Position > head)
        {
            return false;
        }

        foreach (var commit in commits)
        {
            _at.Bind(1, commit.Position);
            var same = _at.Step()
                && _at.Guid(0) == commit.Id.Value
                && new Digest(Convert.ToHexStringLower(_at.Bytes(1))) == commit.Hash;
            _at.Reset();
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Right after a batch and by the thread that wrote it: it costs one batch in hundreds some milliseconds, while a checkpoint beside
    /// the writer never reaches the log's end under load, so that the log would grow.
    /// </summary>
    private void CheckpointWhenLong()
    {
        long written = _connection.PagesWritten();
        if ((written - _pagesAtCheckpoint) * _pageSize < _checkpointBytes)
        {
            return;
        }

        _pagesAtCheckpoint = written;
        var logged = _connection.Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE);
        if (logged * _pageSize >= 2 * _checkpointBytes)
        {
            // Readers took turns in holding the log, so it never began anew. With ours paused it does; for those of
            // another program it is not worth to wait long, and the next turn tries again.
            _connection.WaitAtMost(50);
            _readers.WhileQuiet(() => _connection.Checkpoint(raw.SQLITE_CHECKPOINT_RESTART));
            _connection.WaitAtMost(Connection.BusyMilliseconds);
        }
    }
}

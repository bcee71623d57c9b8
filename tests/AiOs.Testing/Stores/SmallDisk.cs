using AiOs.Contracts.Ids;
using AiOs.Storage.Sqlite;
using AiOs.Storage.Sqlite.Files;

namespace AiOs.Testing.Stores;

/// <summary>The real embedded store in a folder of its own, on a disk that can be filled: SQLite's own bound on pages says "full".</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private const long Endless = 1_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("aios-disk-").FullName;
    private readonly WorkspaceLock _lock;

    /// <summary>Opens an empty store.</summary>
    /// <param name="workspace">Whose.</param>
    public SmallDisk(WorkspaceId workspace)
    {
        _lock = WorkspaceLock.Take(_folder);
        Store = SqliteJournalStore.Open(new SqliteOptions { Path = Path.Combine(_folder, "aios.db") }, workspace, _lock);
    }

    /// <summary>The store.</summary>
    public SqliteJournalStore Store { get; }

    /// <summary>From now on it does not grow by a page.</summary>
    public void Fill() => Store.SetMaxPages(Store.Setting("page_count"));

    /// <summary>There is room again.</summary>
    public void Free() => Store.SetMaxPages(Endless);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _lock.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

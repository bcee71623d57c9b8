using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Files;

namespace AiOs.Storage.Sqlite.Tests.Support;

/// <summary>A store on a real file with its lock.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly WorkspaceLock _held;

    public OpenStore(Folder folder, Action<SqliteOptions>? set = null, string workspace = "w1")
    {
        var options = new SqliteOptions { Path = folder.Database };
        set?.Invoke(options);
        _held = WorkspaceLock.Take(options.Folder);
        try
        {
            Store = SqliteJournalStore.Open(options, new WorkspaceId(workspace), _held);
        }
        catch
        {
            _held.Dispose();
            throw;
        }
    }

    public SqliteJournalStore Store { get; }

    public Task AppendAsync(params JournalBatch[] batches) => AppendAllAsync(batches);

    public async Task<IReadOnlyList<StoredCommit>> AllAsync() => await Store.ReadAsync(1, int.MaxValue, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _held.Dispose();
    }

    private async Task AppendAllAsync(JournalBatch[] batches)
    {
        foreach (var batch in batches)
        {
            await Store.AppendAsync(batch, TestContext.Current.CancellationToken);
        }
    }
}

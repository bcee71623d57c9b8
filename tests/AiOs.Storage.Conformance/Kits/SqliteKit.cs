using AiOs.Contracts.Ids;
using AiOs.Storage.Sqlite;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Knowledge;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Storage.Conformance.Kits;

/// <summary>The embedded store in a folder of its own. What a full disk and a torn file do to it, its own tests show.</summary>
public sealed class SqliteKit : StoreKit
{
    private readonly FakeTimeProvider _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("aios-suite-").FullName;

    /// <inheritdoc/>
    public override bool IsShared => false;

    /// <inheritdoc/>
    public override Task<StorePorts> OpenAsync()
    {
        var held = WorkspaceLock.Take(_folder);
        var store = SqliteJournalStore.Open(new SqliteOptions { Path = Path.Combine(_folder, "aios.db") }, new WorkspaceId("w1"), held, _time);
        var knowledge = new SqliteKnowledgeStore(store);
        return Task.FromResult(new StorePorts(store, new FileBlobStore(Path.Combine(_folder, "blobs")), store.Leases, store.Cursors, knowledge, CloseAsync));

        async ValueTask CloseAsync()
        {
            knowledge.Dispose();
            await store.DisposeAsync();
            held.Dispose();
        }
    }

    /// <inheritdoc/>
    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

using AiOs.Storage.Sqlite.Knowledge;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests.Knowledge;

/// <summary>Memory in a real file.</summary>
internal sealed class OpenMemory : IAsyncDisposable
{
    private readonly OpenStore _journal;

    public OpenMemory(Folder folder)
    {
        _journal = new OpenStore(folder);
        Store = new SqliteKnowledgeStore(_journal.Store);
    }

    public SqliteKnowledgeStore Store { get; }

    public SqliteJournalStore Journal => _journal.Store;

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await _journal.DisposeAsync();
    }
}

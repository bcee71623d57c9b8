using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>What a store promises, tested on a fresh place for each test.</summary>
/// <typeparam name="TKit">Which store.</typeparam>
public abstract class Suite<TKit> : IAsyncLifetime
    where TKit : StoreKit, new()
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected TKit Kit { get; } = new();

    private protected SomeCommits Some { get; } = new();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Kit.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<StorePorts> OpenAsync() => Kit.OpenAsync();

    /// <summary>Appends each as a batch of its own.</summary>
    private protected static async Task AppendAsync(IJournalStore journal, params IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            await journal.AppendAsync(new JournalBatch([entry]), Token);
        }
    }

    private protected static Task TogetherAsync(IJournalStore journal, params IReadOnlyList<JournalEntry> entries) =>
        journal.AppendAsync(new JournalBatch(entries), Token);

    private protected static Task<IReadOnlyList<StoredCommit>> AllAsync(IJournalStore journal) => journal.ReadAsync(1, int.MaxValue, Token);

    private protected static IEnumerable<StoredCommit> CommitsOf(IEnumerable<JournalEntry> entries) => entries.Select(entry => entry.Commit);

    private protected static StreamId Work(WorkItemId id) => StreamId.Of(id);
}

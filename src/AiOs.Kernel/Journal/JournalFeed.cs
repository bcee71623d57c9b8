using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal;

/// <summary>The journal for those who work something out of it.</summary>
internal sealed class JournalFeed : IJournalFeed, IDisposable
{
    private readonly WorkspaceJournal _journal;
    private readonly IJournalStore _store;
    private readonly Vault _vault;
    private TaskCompletionSource _changed = NewSignal();

    public JournalFeed(WorkspaceJournal journal, IJournalStore store, Vault vault)
    {
        _journal = journal;
        _store = store;
        _vault = vault;
        _journal.Changed += Signal;
    }

    public async Task<IReadOnlyList<FeedCommit>> ReadAsync(long after, int count, CancellationToken cancellationToken)
    {
        var stored = await _store.ReadAsync(after + 1, count, cancellationToken);
        var keys = new PageKeys(_journal);
        var opened = new List<FeedCommit>(stored.Count);
        foreach (var commit in stored)
        {
            opened.Add(Of(CommitReader.Read(commit, await keys.FindAsync(commit.Stream, cancellationToken))));
        }

        return opened;
    }

    public async Task<IReadOnlyList<FeedCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        [.. (await _journal.ReadStreamAsync(stream, cancellationToken)).Select(Of)];

    public async Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed);
            if (_journal.Known > after)
            {
                return;
            }

            await changed.Task.WaitAsync(cancellationToken);
        }
    }

    public string SubjectOf(string address) => "person/" + _vault.PersonHash(address);

    public void Dispose() => _journal.Changed -= Signal;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static FeedCommit Of(Commit commit) => new(commit.Position, commit.At, commit.Stream, commit.Version, commit.Events);

    private void Signal(Aggregate state) => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();
}

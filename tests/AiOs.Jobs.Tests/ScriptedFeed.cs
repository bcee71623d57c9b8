using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Jobs.Tests;

/// <summary>A journal in which only commits of some streams are told of.</summary>
internal sealed class ScriptedFeed : IJournalFeed
{
    private readonly Lock _gate = new();
    private readonly List<FeedCommit> _commits = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Write(string stream)
    {
        lock (_gate)
        {
            _commits.Add(new FeedCommit(_commits.Count + 1, DateTimeOffset.UnixEpoch, new StreamId(stream), 1, []));
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task<IReadOnlyList<FeedCommit>> ReadAsync(long after, int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<FeedCommit>>([.. _commits.Where(commit => commit.Position > after).Take(count)]);
        }
    }

    public Task<IReadOnlyList<FeedCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody reads streams here.");

    public Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _commits.Count > after ? Task.CompletedTask : _more.Task.WaitAsync(cancellationToken);
        }
    }

    public string SubjectOf(string address) => throw new NotSupportedException("Nobody is named here.");
}

using AiOs.Contracts.Ports;

namespace AiOs.Storage.Conformance.Support;

/// <summary>Reads again and again while somebody writes, and looks whether what is seen could ever have been the journal.</summary>
internal sealed class GaplessReads
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _reading;
    private volatile bool _stopped;

    public GaplessReads(IJournalStore journal) => _reading = Task.Run(() => ReadAsync(journal));

    /// <summary>Done when something was read for the first time, or when what was read is wrong.</summary>
    public Task First => Task.WhenAny(_first.Task, _reading);

    /// <summary>Reads no more.</summary>
    /// <returns>How often it read.</returns>
    public Task<int> StopAsync()
    {
        _stopped = true;
        return _reading;
    }

    private async Task<int> ReadAsync(IJournalStore journal)
    {
        var seen = 0L;
        for (var reads = 0; ; reads++)
        {
            if (_stopped)
            {
                return reads;
            }

            var head = await journal.HeadAsync(CancellationToken.None);
            var commits = await journal.ReadAsync(1, int.MaxValue, CancellationToken.None);
            Assert.Equal(Enumerable.Range(1, commits.Count).Select(number => (long)number), commits.Select(commit => commit.Position));
            Assert.True(head.Position >= seen && commits.Count >= head.Position, "What was seen once is gone.");
            Assert.All(commits.GroupBy(commit => commit.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(number => (long)number), stream.Select(commit => commit.Version)));
            seen = commits.Count;
            _first.TrySetResult();
        }
    }
}

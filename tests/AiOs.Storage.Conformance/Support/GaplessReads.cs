using AiOs.Contracts.Ports;

namespace AiOs.Storage.Conformance.Support;

/// <summary>Reads again and again while somebody writes, and looks whether what is seen could ever have been the journal.</summary>
internal static class GaplessReads
{
    /// <summary>Reads until it is told to stop.</summary>
    /// <returns>How often it read.</returns>
    public static async Task<int> CountAsync(IJournalStore journal, CancellationToken stop)
    {
        var seen = 0L;
        for (var reads = 0; ; reads++)
        {
            if (stop.IsCancellationRequested)
            {
                return reads;
            }

            var head = await journal.HeadAsync(CancellationToken.None);
            var commits = await journal.ReadAsync(1, int.MaxValue, CancellationToken.None);
            Assert.Equal(Enumerable.Range(1, commits.Count).Select(number => (long)number), commits.Select(commit => commit.Position));
            Assert.True(head.Position >= seen && commits.Count >= head.Position, "What was seen once is gone.");
            Assert.All(commits.GroupBy(commit => commit.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()).Select(number => (long)number), stream.Select(commit => commit.Version)));
            seen = commits.Count;
        }
    }
}

using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Replies that are lost, writes that never arrive, and a store that goes away and comes back (R5).</summary>
public abstract class FaultSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    private StoreFaults Faults => Kit.Faults ?? throw new InvalidOperationException("This store has no way to fail; leave the suite out.");

    [Fact]
    public async Task Append_ReplyLost_MayBeOfferedAgainAndIsThereOnce()
    {
        await using var open = await OpenAsync();
        await AppendAsync(open.Journal, Some.Opened());
        JournalEntry[] batch = [Some.Opened(), Some.Opened(out var id), Some.Moved(id, 2)];
        Faults.LoseNextReply();

        // A driver that tries again by itself may hide the loss; what counts is what stands there afterwards.
        await TransientOrFineAsync(() => TogetherAsync(open.Journal, batch));
        Same.Commits(CommitsOf(batch), await open.Journal.ReadAsync(2, 9, Token));
        await TogetherAsync(open.Journal, batch);

        await SoundAsync(open.Journal, 4, workItems: 3);
    }

    [Fact]
    public async Task Append_WriteLost_IsSaidAndNothingIsKept()
    {
        await using var open = await OpenAsync();
        await AppendAsync(open.Journal, Some.Opened());
        JournalEntry[] batch = [Some.Opened(), Some.Opened()];
        Faults.LoseNextWrite();

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => TogetherAsync(open.Journal, batch))).IsTransient);
        await SoundAsync(open.Journal, 1, workItems: 1);
        await TogetherAsync(open.Journal, batch);
        await SoundAsync(open.Journal, 3, workItems: 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Append_OnlyTheFirstAreKept_LeavesAWholeJournalToGoOnFrom(int kept)
    {
        await using var open = await OpenAsync();
        await AppendAsync(open.Journal, Some.Opened());
        JournalEntry[] batch = [Some.Opened(), Some.Opened(), Some.Opened()];
        Faults.KeepFirst(kept);

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => TogetherAsync(open.Journal, batch))).IsTransient);
        Same.Commits(CommitsOf(batch[..kept]), await open.Journal.ReadAsync(2, 9, Token));
        await SoundAsync(open.Journal, 1 + kept, workItems: 1 + kept);
        if (kept < batch.Length)
        {
            await TogetherAsync(open.Journal, batch[kept..]);
        }

        await SoundAsync(open.Journal, 4, workItems: 4);
        foreach (var entry in batch)
        {
            Assert.NotNull(await open.Journal.FindKeyAsync(entry.Commit.Stream, Token));
            Assert.Equal([entry.Commit.Stream], await open.Journal.FindLinkedAsync(entry.Links[0].Person, string.Empty, 9, Token));
            Assert.Equal(entry.Commit.Stream, await open.Journal.FindDedupeAsync(entry.Commit.Dedupe!, Token));
        }
    }

    [Fact]
    public async Task Store_AwayAndBack_SaysSoAndGoesOn()
    {
        await using var open = await OpenAsync();
        var first = Some.Opened();
        await AppendAsync(open.Journal, first);
        var second = Some.Opened();
        await Faults.GoAwayAsync();

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => open.Journal.HeadAsync(Token))).IsTransient);
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => AppendAsync(open.Journal, second))).IsTransient);
        await Faults.ComeBackAsync();
        await AppendAsync(open.Journal, second);

        Same.Commits(CommitsOf([first, second]), await AllAsync(open.Journal));
        await SoundAsync(open.Journal, 2, workItems: 2);
    }

    private static async Task TransientOrFineAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (AiOsException fault) when (fault.IsTransient)
        {
            // That is how a lost reply shows.
        }
    }

    private static async Task SoundAsync(IJournalStore journal, int commits, int workItems)
    {
        Assert.Equal(commits, (await journal.HeadAsync(Token)).Position);
        var all = await AllAsync(journal);
        Assert.Equal(Enumerable.Range(1, commits).Select(number => (long)number), all.Select(commit => commit.Position));
        Assert.Equal(workItems, (await journal.ReadProjectionsAsync(Token)).WorkItems.Count);
        Assert.Equal(workItems, (await journal.ReadKeysAsync(null, 99, Token)).Count);
    }
}

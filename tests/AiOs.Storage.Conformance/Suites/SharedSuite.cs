using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;
using AiOs.Testing;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Several hosts on one place: each position goes to one of them, and nobody ever sees a gap.</summary>
public abstract class SharedSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    private const int Writers = 16;

    [Fact]
    public async Task Append_SixteenWritersOfTwoHosts_GivesEachPositionToOne()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        var reader = new GaplessReads(second.Journal);
        await reader.First;
        var rounds = Counts.Full ? 25 : 5;
        var told = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(
            () => WriteAsync((writer % 2 == 0 ? first : second).Journal, new SomeCommits(100 + writer), rounds), Token)));

        Assert.True(await reader.StopAsync() > 0);
        var all = await AllAsync(first.Journal);
        Same.Commits(all, await AllAsync(second.Journal));
        Same.Commits(told.SelectMany(one => one.Kept).OrderBy(commit => commit.Position), all);
        Assert.Equal(Writers * rounds * 2, all.Count);
        Assert.True(told.Sum(one => one.Lost) > 0, "Nobody ever met anybody.");
        Assert.Equal(Writers * rounds, (await first.Journal.ReadProjectionsAsync(Token)).WorkItems.Count);
        Assert.Equal(Writers * rounds, (await second.Journal.ReadKeysAsync(null, 9999, Token)).Count);
    }

    [Fact]
    public async Task Rows_WrittenByOneHost_AreReadByTheOther()
    {
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        var opened = Some.Opened(out var id);
        await AppendAsync(first.Journal, opened);
        Assert.Equal(id, (await second.Journal.ListWorkItemsAsync(9, null, true, Token)).Single().Id);
        await AppendAsync(second.Journal, Some.Moved(id, 2, finished: true));

        Assert.Empty(await first.Journal.ListWorkItemsAsync(9, null, true, Token));
        Assert.Equal(id, await second.Journal.FindApprovalAsync(opened.Projections.Approvals[0].Approval, Token));
        await first.Journal.DestroyKeysAsync([Work(id)], Token);
        Assert.Null(await second.Journal.FindKeyAsync(Work(id), Token));
    }

    /// <summary>Writes as a host does: at the head that it last saw, and anew on the next one where somebody else was first.</summary>
    private static async Task<(List<StoredCommit> Kept, int Lost)> WriteAsync(IJournalStore journal, SomeCommits some, int rounds)
    {
        var kept = new List<StoredCommit>();
        var lost = 0;
        while (rounds > 0)
        {
            some.Position = (await journal.HeadAsync(Token)).Position;
            JournalEntry[] batch = [some.Opened(out var id), some.Moved(id, 2)];

            // A store that answers at once would let each writer finish alone.
            await Task.Yield();
            try
            {
                await TogetherAsync(journal, batch);
                kept.AddRange(CommitsOf(batch));
                rounds--;
            }
            catch (PositionTakenException)
            {
                lost++;
                rounds -= await PrefixAsync(journal, batch, id, some, kept);
            }
        }

        return (kept, lost);
    }

    /// <summary>Where the first of two was kept and the second was not, the second is written anew where it belongs.</summary>
    private static async Task<int> PrefixAsync(IJournalStore journal, JournalEntry[] batch, WorkItemId id, SomeCommits some, List<StoredCommit> kept)
    {
        var there = await journal.ReadAsync(batch[0].Commit.Position, 1, Token);
        if (there is not [var stands] || stands.Id != batch[0].Commit.Id)
        {
            return 0;
        }

        kept.Add(batch[0].Commit);
        while (true)
        {
            some.Position = (await journal.HeadAsync(Token)).Position;
            var moved = some.Moved(id, 2);
            try
            {
                await AppendAsync(journal, moved);
                kept.Add(moved.Commit);
                return 1;
            }
            catch (PositionTakenException)
            {
                // Somebody was first once more.
            }
        }
    }
}

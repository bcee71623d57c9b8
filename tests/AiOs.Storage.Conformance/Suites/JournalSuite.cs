using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Commits: their bytes, their order, what is unique in them.</summary>
public abstract class JournalSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task Head_EmptyJournal_IsZero()
    {
        await using var open = await OpenAsync();

        Assert.Equal(new JournalHead(0, Digest.Zero), await open.Journal.HeadAsync(Token));
        Assert.Equal(Kit.IsShared, !open.Journal.IsExclusive);
        Assert.Empty(await AllAsync(open.Journal));
    }

    [Fact]
    public async Task Read_AfterAppend_GivesEveryColumnAndByteBack()
    {
        await using var open = await OpenAsync();
        JournalEntry[] batch =
        [
            Some.Opened(),
            Some.Alone(StreamId.Workspace),
            Some.Alone(StreamId.Of(new RecordId("client", "äö-1"))),
            Some.Alone(StreamId.Of(new MessageId(Some.Id()))),
            Some.Alone(StreamId.OfKnowledge(new EffectId(Some.Id()))),
            Some.Alone(new StreamId("work/NOT-AN-ID")),
            new JournalEntry(Some.Commit(StreamId.Workspace, 2, size: 200_000)),
        ];
        await TogetherAsync(open.Journal, batch);

        Same.Commits(CommitsOf(batch), await AllAsync(open.Journal));
        Same.Commits(CommitsOf(batch[1..3]), await open.Journal.ReadAsync(2, 2, Token));
        Assert.Empty(await open.Journal.ReadAsync(8, 2, Token));
        Assert.Equal(new JournalHead(7, batch[^1].Commit.Hash), await open.Journal.HeadAsync(Token));
    }

    [Fact]
    public async Task ReadStream_OfSeveral_GivesItsCommitsInOrder()
    {
        await using var open = await OpenAsync();
        JournalEntry[] entries = [Some.Opened(out var id), Some.Opened(), Some.Moved(id, 2), Some.Opened(), .. Enumerable.Range(3, 10).Select(version => Some.Moved(id, version))];
        await AppendAsync(open.Journal, entries);

        Same.Commits(CommitsOf(entries).Where(commit => commit.Stream == Work(id)), await open.Journal.ReadStreamAsync(Work(id), Token));
        Assert.Empty(await open.Journal.ReadStreamAsync(Work(Some.WorkItem()), Token));
    }

    [Fact]
    public async Task FindDedupe_KnownAndUnknown_GivesStreamOrNothing()
    {
        await using var open = await OpenAsync();
        var entry = Some.Opened(out var id);
        await AppendAsync(open.Journal, entry, Some.Alone(StreamId.Workspace));

        Assert.Equal(Work(id), await open.Journal.FindDedupeAsync(entry.Commit.Dedupe!, Token));
        Assert.Null(await open.Journal.FindDedupeAsync(Some.Keyed(), Token));
    }

    [Fact]
    public async Task Append_ReopenedAfterwards_IsAllThere()
    {
        var entries = new List<JournalEntry>();
        Projections live;
        await using (var open = await OpenAsync())
        {
            for (var round = 0; round < 5; round++)
            {
                JournalEntry[] batch = [Some.Opened(out var id), Some.Moved(id, 2), Some.Opened(), Some.Moved(id, 3, finished: true)];
                await TogetherAsync(open.Journal, batch);
                entries.AddRange(batch);
            }

            live = await open.Journal.ReadProjectionsAsync(Token);
        }

        await using var again = await OpenAsync();
        Same.Commits(CommitsOf(entries), await AllAsync(again.Journal));
        Same.Projections(live, await again.Journal.ReadProjectionsAsync(Token));
        Assert.Equal(10, (await again.Journal.ReadKeysAsync(null, 99, Token)).Count);
    }

    [Fact]
    public async Task Append_PositionOfAnother_IsTakenAndNothingIsKept()
    {
        await using var open = await OpenAsync();
        var other = new SomeCommits(2);
        await AppendAsync(open.Journal, Some.Opened(), Some.Opened());
        JournalEntry[] late = [other.Opened(), other.Opened(), other.Opened()];

        await Assert.ThrowsAsync<PositionTakenException>(() => TogetherAsync(open.Journal, late));
        await Assert.ThrowsAsync<PositionTakenException>(() => TogetherAsync(open.Journal, late[1..]));

        Assert.Equal(2, (await AllAsync(open.Journal)).Count);
        Assert.Equal(2, (await open.Journal.ReadKeysAsync(null, 9, Token)).Count);
        Assert.Equal(2, (await open.Journal.ReadProjectionsAsync(Token)).WorkItems.Count);
        await AppendAsync(open.Journal, Some.Opened());
    }

    [Fact]
    public async Task Append_SameBatchAgain_SucceedsOnce()
    {
        await using var open = await OpenAsync();
        JournalEntry[] batch = [Some.Opened(), Some.Opened(out var id)];
        var later = Some.Moved(id, 2, finished: true);
        await TogetherAsync(open.Journal, batch);
        await AppendAsync(open.Journal, later);
        var live = await open.Journal.ReadProjectionsAsync(Token);

        await TogetherAsync(open.Journal, batch);

        Same.Commits(CommitsOf([.. batch, later]), await AllAsync(open.Journal));
        Same.Projections(live, await open.Journal.ReadProjectionsAsync(Token));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("id")]
    [InlineData("dedupe")]
    public async Task Append_RepeatOfWhatIsUnique_IsRefusedForGood(string what)
    {
        await using var open = await OpenAsync();
        var first = Some.Opened(out var id);
        await AppendAsync(open.Journal, first);
        var good = Some.Opened();
        var bad = Some.Moved(id, 2).Commit;
        bad = what switch
        {
            "version" => bad with { Version = 1 },
            "id" => bad with { Id = first.Commit.Id },
            _ => bad with { Dedupe = first.Commit.Dedupe },
        };

        var refused = await Assert.ThrowsAsync<AiOsException>(() => TogetherAsync(open.Journal, good, new JournalEntry(bad)));

        Assert.False(refused.IsTransient);
        Same.Commits(CommitsOf(Kit.KeepsPrefix ? [first, good] : [first]), await AllAsync(open.Journal));
        Assert.Equal(Kit.KeepsPrefix ? 2 : 1, (await open.Journal.ReadKeysAsync(null, 9, Token)).Count);
        await TogetherAsync(open.Journal, good);
        Same.Commits(CommitsOf([first, good]), await AllAsync(open.Journal));
    }

    [Fact]
    public async Task Append_GapBeforeOrInside_IsRefusedAndNotSeen()
    {
        await using var open = await OpenAsync();
        var (skipped, second, third) = (Some.Opened(), Some.Opened(), Some.Opened());

        await Assert.ThrowsAnyAsync<Exception>(() => TogetherAsync(open.Journal, second));
        await Assert.ThrowsAnyAsync<Exception>(() => TogetherAsync(open.Journal, skipped, third));

        Assert.Empty(await AllAsync(open.Journal));
        Assert.Equal(0, (await open.Journal.HeadAsync(Token)).Position);
        await TogetherAsync(open.Journal, skipped, second, third);
    }

    [Fact]
    public async Task Append_ReadersBesideIt_NeverSeeAGapOrADisorder()
    {
        await using var open = await OpenAsync();
        var readers = Enumerable.Range(0, 3).Select(_ => new GaplessReads(open.Journal)).ToArray();
        var written = new List<JournalEntry>();
        for (var round = 0; round < 60; round++)
        {
            JournalEntry[] batch = [Some.Opened(out var id), Some.Moved(id, 2), Some.Opened()];
            await TogetherAsync(open.Journal, batch);
            written.AddRange(batch);
            await (round == 20 ? Task.WhenAll(readers.Select(reader => reader.First)) : Task.CompletedTask);
        }

        Assert.All(await Task.WhenAll(readers.Select(reader => reader.StopAsync())), reads => Assert.True(reads > 0));
        Same.Commits(CommitsOf(written), await AllAsync(open.Journal));
    }

    [Fact]
    public async Task Reads_CancelledToken_AreCancelledAndNothingIsWritten()
    {
        await using var open = await OpenAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Journal.HeadAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Journal.AppendAsync(new JournalBatch([Some.Opened()]), cancelled.Token));
        Assert.Equal(0, (await open.Journal.HeadAsync(Token)).Position);
    }
}

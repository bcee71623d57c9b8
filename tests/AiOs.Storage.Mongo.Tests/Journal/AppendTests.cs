using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Tests.Support;

namespace AiOs.Storage.Mongo.Tests.Journal;

/// <summary>A batch as documents: all of it, in order, once.</summary>
public sealed class AppendTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_ABatch_IsReadBackByEveryHost()
    {
        await using var server = await Server.StartAsync();
        var (one, other, some) = (server.Host().Journal, server.Host().Journal, new Some());
        var person = some.Keyed();
        var batch = Some.Group(some.Opened(out var first, person), some.Opened(out var second, person), some.Moved(first, 2, finished: true));

        await one.AppendAsync(batch, Stop);

        Same.Commits(batch.Commits, await other.ReadAsync(1, int.MaxValue, Stop));
        Same.Commits([batch.Commits[0], batch.Commits[2]], await other.ReadStreamAsync(StreamId.Of(first), Stop));
        Assert.Equal(new JournalHead(3, batch.Commits[2].Hash), await other.HeadAsync(Stop));
        Assert.Equal(StreamId.Of(second), await other.FindDedupeAsync(batch.Commits[1].Dedupe!, Stop));
        Assert.Equal([StreamId.Of(second), StreamId.Of(first)], await other.FindLinkedAsync(person, "work/", 10, Stop));
        Assert.Equal([second, first], (await other.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).Select(row => row.Id));
        Assert.Equal([second], (await other.ListWorkItemsAsync(10, before: null, openOnly: true, Stop)).Select(row => row.Id));
        Assert.Equal(first, await other.FindApprovalAsync(batch.Entries[0].Projections.Approvals[0].Approval, Stop));
        Assert.False(one.IsExclusive);
    }

    [Fact]
    public async Task Append_TheSameBatchAgain_ChangesNothing()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        var batch = Some.Group(some.Opened(), some.Opened());
        await store.AppendAsync(batch, Stop);

        await server.Host().Journal.AppendAsync(batch, Stop);

        Assert.Equal(2, (await server.DocumentsAsync("commits")).Count);
    }

    [Fact]
    public async Task Append_APositionThatIsTaken_IsRefusedAsTaken()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host().Journal, server.Host().Journal);
        await one.AppendAsync(new Some(1).Opened(), Stop);

        await Assert.ThrowsAsync<PositionTakenException>(() => other.AppendAsync(new Some(2).Opened(), Stop));

        Assert.Single(await other.ReadAsync(1, 10, Stop));
    }

    [Fact]
    public async Task Append_AfterAGap_IsRefused()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        await store.AppendAsync(some.Opened(), Stop);
        some.Opened();

        var fault = await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(some.Opened(), Stop));

        Assert.IsNotType<PositionTakenException>(fault);
        Assert.False(fault.IsTransient);
        Assert.Single(await server.DocumentsAsync("commits"));
    }

    [Theory]
    [InlineData("dedupe")]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("key")]
    public async Task Append_AKeyThatRepeats_IsAFaultForGood(string what)
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        var first = some.Opened(out var item);
        await store.AppendAsync(first, Stop);
        var next = some.Moved(item, 2).Entries[0];
        var repeated = what switch
        {
            "dedupe" => next with { Commit = next.Commit with { Dedupe = first.Commits[0].Dedupe } },
            "id" => next with { Commit = next.Commit with { Id = first.Commits[0].Id } },
            "version" => next with { Commit = next.Commit with { Version = 1 } },
            _ => next with { Key = some.Key(StreamId.Of(item)) },
        };

        var fault = await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(new JournalBatch([repeated]), Stop));

        Assert.IsNotType<PositionTakenException>(fault);
        Assert.False(fault.IsTransient);
        Assert.Single(await server.DocumentsAsync("commits"));
        await store.AppendAsync(new JournalBatch([next]), Stop);
    }

    [Fact]
    public async Task Append_WhereAnotherHostHasTheSecondPosition_KeepsTheFirst()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host().Journal, server.Host().Journal);
        var (mine, theirs) = (new Some(1), new Some(2));
        var batch = Some.Group(mine.Opened(), mine.Opened());
        await one.AppendAsync(new JournalBatch([batch.Entries[0]]), Stop);
        theirs.Opened();
        await other.AppendAsync(theirs.Opened(), Stop);

        await Assert.ThrowsAsync<PositionTakenException>(() => one.AppendAsync(batch, Stop));

        Assert.Equal(batch.Commits[0].Id, (await one.ReadAsync(1, 10, Stop))[0].Id);
        Assert.Equal(2, (await one.HeadAsync(Stop)).Position);
    }

    [Fact]
    public async Task Append_OfTwoWorkspaces_KeepsThemApart()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host("w1").Journal, server.Host("w2").Journal);
        var batch = new Some().Opened();
        await one.AppendAsync(batch, Stop);
        await other.AppendAsync(batch, Stop);

        Assert.Single(await one.ReadAsync(1, 10, Stop));
        Assert.Single(await other.ListWorkItemsAsync(10, before: null, openOnly: false, Stop));
        Assert.Equal(2, (await server.DocumentsAsync("commits")).Count);
    }

    [Fact]
    public async Task DestroyKeys_OfAStream_LeavesNoDocumentWithTheKeyOrTheLink()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        var person = some.Keyed();
        var batch = Some.Group(some.Opened(out var gone, person), some.Opened(out var kept, person));
        await store.AppendAsync(batch, Stop);

        await store.DestroyKeysAsync([StreamId.Of(gone)], Stop);
        await store.DestroyKeysAsync([StreamId.Of(gone), new StreamId("work/none")], Stop);

        Assert.Null(await store.FindKeyAsync(StreamId.Of(gone), Stop));
        Assert.Equal([StreamId.Of(kept)], (await store.ReadKeysAsync(after: null, 10, Stop)).Select(key => key.Stream));
        Assert.Equal([StreamId.Of(kept)], await store.FindLinkedAsync(person, string.Empty, 10, Stop));
        var wrapped = Convert.ToBase64String(batch.Entries[0].Key!.Wrapped.Span);
        var documents = await server.DocumentsAsync("commits");
        Assert.All(documents, document => Assert.DoesNotContain(wrapped, document.ToString(), StringComparison.Ordinal));
        Assert.Contains(documents, document => document.ToString().Contains(Convert.ToBase64String(batch.Entries[1].Key!.Wrapped.Span), StringComparison.Ordinal));
        Same.Commits(batch.Commits, await store.ReadAsync(1, 10, Stop));
    }
}

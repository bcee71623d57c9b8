using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Storage.Mongo.Tests.Journal;

/// <summary>R5: the store is away, or its reply is lost. What was written is applied once, and nobody is told anything that is not so.</summary>
public sealed class FaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("rs0")]
    public async Task Append_WhoseReplyIsLost_IsAppliedOnce(string? replicaSet)
    {
        await using var server = await Server.StartAsync(options => options with { ReplicaSet = replicaSet });
        var (store, some) = (server.Host().Journal, new Some());
        await store.AppendAsync(some.Opened(), Stop);
        var lost = server.Next("insert", "commits", new PeerFault.DropReply());
        var batch = Some.Group(some.Opened(), some.Opened());

        var fault = await Record.ExceptionAsync(() => store.AppendAsync(batch, Stop));
        if (fault is not null)
        {
            Assert.True(Assert.IsType<AiOsException>(fault).IsTransient);
            Assert.Equal(batch.Commits[1].Hash, (await store.HeadAsync(Stop)).Hash);
            await store.AppendAsync(batch, Stop);
        }

        Assert.Equal(1, lost.Struck);
        Assert.Equal(replicaSet is null, fault is not null);
        Assert.Equal(3, (await server.DocumentsAsync("commits")).Count);
        Assert.Equal(3, (await store.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).Count);
    }

    [Fact]
    public async Task Append_ThatNeverArrived_IsTransientAndCanBeMadeAgain()
    {
        await using var server = await Server.StartAsync();
        var (store, batch) = (server.Host().Journal, new Some().Opened());
        server.Next("insert", "commits", new PeerFault.DropBefore());

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(batch, Stop))).IsTransient);
        Assert.Equal(0, (await store.HeadAsync(Stop)).Position);
        await store.AppendAsync(batch, Stop);

        Assert.Equal(1, (await store.HeadAsync(Stop)).Position);
    }

    [Fact]
    public async Task Append_CutInTheMiddle_KeepsAPrefixAndGoesOnFromThere()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        var batch = Some.Group(some.Opened(), some.Opened(), some.Opened());
        server.Next("insert", "commits", new PeerFault.ApplyPrefix(2));

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(batch, Stop))).IsTransient);

        Same.Commits(batch.Commits.Take(2), await store.ReadAsync(1, 10, Stop));
        Assert.Equal(2, (await store.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).Count);
        await store.AppendAsync(new JournalBatch([batch.Entries[2]]), Stop);
        Same.Commits(batch.Commits, await store.ReadAsync(1, 10, Stop));
    }

    [Theory]
    [InlineData(11600)]
    [InlineData(10107)]
    [InlineData(189)]
    [InlineData(14031)]
    public async Task Append_ThatTheServerCannotTakeNow_IsTransient(int code)
    {
        await using var server = await Server.StartAsync();
        var (store, batch) = (server.Host(connection: server.Peer.ConnectionString + "&serverMonitoringMode=poll").Journal, new Some().Opened());
        server.Next("insert", "commits", new PeerFault.Fail(code, "not now"));

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(batch, Stop))).IsTransient);

        await store.AppendAsync(batch, Stop);
        Assert.Equal(1, (await store.HeadAsync(Stop)).Position);
    }

    [Fact]
    public async Task Append_ThatTheServerRefuses_IsNotTransient()
    {
        await using var server = await Server.StartAsync();
        server.Next("insert", "commits", new PeerFault.Fail(13, "not authorized"));

        Assert.False((await Assert.ThrowsAsync<AiOsException>(() => server.Host().Journal.AppendAsync(new Some().Opened(), Stop))).IsTransient);
    }

    [Fact]
    public async Task Append_WithoutAMajorityInTime_IsTransientAndTheSameAgainIsNoError()
    {
        await using var server = await Server.StartAsync();
        var (store, batch) = (server.Host().Journal, new Some().Opened());
        server.Next("insert", "commits", new PeerFault.WriteConcernTimeout());

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.AppendAsync(batch, Stop))).IsTransient);
        await store.AppendAsync(batch, Stop);

        Assert.Single(await server.DocumentsAsync("commits"));
    }

    [Fact]
    public async Task Everything_WhileTheServerIsAway_IsTransient_AndGoesOnAfterwards()
    {
        await using var server = await Server.StartAsync();
        var (host, some) = (server.Host(), new Some());
        await host.Journal.AppendAsync(some.Opened(), Stop);
        await server.Peer.StopAsync();

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => host.Journal.HeadAsync(Stop))).IsTransient);
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => host.Leases.FindAsync("a", Stop))).IsTransient);
        server.Peer.StartAgain();

        await host.Journal.AppendAsync(some.Opened(), Stop);
        Assert.Equal(2, (await host.Journal.HeadAsync(Stop)).Position);
    }

    [Fact]
    public async Task Append_AfterItWasGivenUp_WritesNothing()
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Journal;
        await store.HeadAsync(Stop);
        server.Peer.Log.Clear();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync(new Some().Opened(), new CancellationToken(canceled: true)));

        Assert.Empty(server.Peer.Log.Writes);
    }

    [Fact]
    public async Task EveryWrite_OfEveryPart_WaitsForTheJournalsOfAMajority_AndNoneIsInATransaction()
    {
        await using var server = await Server.StartAsync(options => options with { ReplicaSet = "rs0" });
        var (host, some) = (server.Host(), new Some());
        var batch = some.Opened(out var item);
        await host.Journal.AppendAsync(batch, Stop);
        await host.Journal.DestroyKeysAsync([AiOs.Contracts.Ids.StreamId.Of(item)], Stop);
        await host.Journal.ReplaceProjectionsAsync(await host.Journal.ReadProjectionsAsync(Stop), Stop);
        await host.Leases.TryTakeAsync("a", "b", TimeSpan.FromSeconds(1), Stop);
        await host.Leases.ReleaseAsync("a", "b", Stop);
        await host.Cursors.TryMoveAsync("a", expected: null, "1", Stop);
        await host.Cursors.TryMoveAsync("a", "1", "2", Stop);
        await host.Blobs.DeleteAsync(await host.Blobs.PutAsync(new byte[10], Stop), Stop);
        await host.Knowledge.ApplyAsync(Pieces.Batch(1, Pieces.Note("a")) with { Vectors = [Pieces.Vector("a", 1, 0)] }, Stop);
        await host.Knowledge.ForgetAsync([Pieces.Note("a").Source], Stop);
        await host.Knowledge.ClearAsync(Stop);

        var writes = server.Peer.Log.Writes;
        Assert.True(writes.Count > 20, $"{writes.Count} writes came.");
        Assert.All(writes, write => Assert.True(write.IsMajorityJournaled, $"{write.Name} on {write.Collection}: {write.WriteConcern}"));
        Assert.All(server.Peer.Log.All, command => Assert.False(command.InTransaction));
        Assert.Contains(writes, write => write.TransactionNumber is not null);
    }
}

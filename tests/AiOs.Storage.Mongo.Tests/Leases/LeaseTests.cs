using AiOs.Storage.Mongo.Tests.Support;

namespace AiOs.Storage.Mongo.Tests.Leases;

/// <summary>Leases and cursors: one host at a time, by the server's clock.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TryTake_WhileAnotherHolds_GivesNothingUntilTheServersClockSaysSo()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host().Leases, server.Host().Leases);

        var lease = await one.TryTakeAsync("work/1", "a", Minute, Stop);

        Assert.Equal(server.Clock.GetUtcNow() + Minute, lease!.Until);
        Assert.Null(await other.TryTakeAsync("work/1", "b", Minute, Stop));
        server.Clock.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Null(await other.TryTakeAsync("work/1", "b", Minute, Stop));
        Assert.Equal(lease, await other.FindAsync("work/1", Stop));
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await other.FindAsync("work/1", Stop));
        Assert.Equal("b", (await other.TryTakeAsync("work/1", "b", Minute, Stop))!.Holder);
        Assert.Null(await one.TryTakeAsync("work/1", "a", Minute, Stop));
    }

    [Fact]
    public async Task TryTake_ByItsHolder_EndsLater()
    {
        await using var server = await Server.StartAsync();
        var leases = server.Host().Leases;
        await leases.TryTakeAsync("work/1", "$a", Minute, Stop);
        server.Clock.Advance(TimeSpan.FromSeconds(30));

        var lease = await leases.TryTakeAsync("work/1", "$a", Minute, Stop);

        Assert.Equal(server.Clock.GetUtcNow() + Minute, lease!.Until);
    }

    [Fact]
    public async Task Release_ByAnother_ChangesNothing()
    {
        await using var server = await Server.StartAsync();
        var leases = server.Host().Leases;
        await leases.TryTakeAsync("work/1", "a", Minute, Stop);

        await leases.ReleaseAsync("work/1", "b", Stop);
        Assert.NotNull(await leases.FindAsync("work/1", Stop));

        await leases.ReleaseAsync("work/1", "a", Stop);
        Assert.Null(await leases.FindAsync("work/1", Stop));
        Assert.NotNull(await leases.TryTakeAsync("work/1", "b", Minute, Stop));
    }

    [Fact]
    public async Task TryTake_OfManyHostsAtOnce_HasOneWinner()
    {
        await using var server = await Server.StartAsync();
        var hosts = Enumerable.Range(0, 4).Select(_ => server.Host().Leases).ToArray();
        for (var round = 0; round < 25; round++)
        {
            var name = $"work/{round}";
            var taken = await Task.WhenAll(hosts.Select((host, index) => host.TryTakeAsync(name, $"host{index}", Minute, Stop)));
            Assert.Single(taken, lease => lease is not null);
        }
    }

    [Fact]
    public async Task TryMove_FromWhereItStands_MovesOnce()
    {
        await using var server = await Server.StartAsync();
        var (one, other) = (server.Host().Cursors, server.Host().Cursors);

        Assert.Null(await one.FindAsync("imap", Stop));
        Assert.True(await one.TryMoveAsync("imap", expected: null, "1", Stop));
        Assert.False(await other.TryMoveAsync("imap", expected: null, "2", Stop));
        Assert.True(await other.TryMoveAsync("imap", "1", "2", Stop));
        Assert.False(await one.TryMoveAsync("imap", "1", "3", Stop));
        Assert.Equal("2", await one.FindAsync("imap", Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => one.FindAsync("é", Stop));
    }
}

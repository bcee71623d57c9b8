using AiOs.Contracts.Leases;
using AiOs.Storage.Conformance.Kits;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Who works on what, by the store's clock.</summary>
public abstract class LeaseSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    private const string Name = "work/019a2036 8f5a~!";

    [Fact]
    public async Task TryTake_HeldByAnother_IsRefusedUntilItEnds()
    {
        await using var open = await OpenAsync();
        var held = await open.Leases.TryTakeAsync(Name, "a", Kit.Moment, Token);

        Assert.Equal((Name, "a"), (held!.Name, held.Holder));
        Assert.Null(await open.Leases.TryTakeAsync(Name, "b", Kit.Moment, Token));
        Assert.Equal(held, await open.Leases.FindAsync(Name, Token));
        Assert.Equal("b", (await open.Leases.TryTakeAsync("work/other", "b", Kit.Moment, Token))!.Holder);
        await Kit.PassAsync(Kit.Moment);
        Assert.Null(await open.Leases.FindAsync(Name, Token));
        Assert.Equal("b", (await open.Leases.TryTakeAsync(Name, "b", Kit.Moment, Token))!.Holder);
        Assert.Null(await open.Leases.TryTakeAsync(Name, "a", Kit.Moment, Token));
    }

    [Fact]
    public async Task TryTake_HeldByTheSame_EndsThatMuchLater()
    {
        await using var open = await OpenAsync();
        var first = await open.Leases.TryTakeAsync(Name, "a", Kit.Moment, Token);
        await Kit.PassAsync(Kit.Moment / 2);
        var second = await open.Leases.TryTakeAsync(Name, "a", Kit.Moment * 4, Token);
        await Kit.PassAsync(Kit.Moment);

        Assert.InRange(second!.Until - first!.Until, Kit.Moment * 3, Kit.Moment * 10);
        Assert.Null(await open.Leases.TryTakeAsync(Name, "b", Kit.Moment, Token));
        Assert.Equal(second, await open.Leases.FindAsync(Name, Token));
    }

    [Fact]
    public async Task Release_ByItsHolderOnly_LetsTheNextTakeIt()
    {
        await using var open = await OpenAsync();
        await open.Leases.ReleaseAsync(Name, "a", Token);
        await open.Leases.TryTakeAsync(Name, "a", Kit.Moment * 9, Token);
        await open.Leases.ReleaseAsync(Name, "b", Token);
        Assert.Equal("a", (await open.Leases.FindAsync(Name, Token))!.Holder);

        await open.Leases.ReleaseAsync(Name, "a", Token);
        Assert.Null(await open.Leases.FindAsync(Name, Token));
        Assert.Equal("b", (await open.Leases.TryTakeAsync(Name, "b", Kit.Moment * 9, Token))!.Holder);
        await open.Leases.ReleaseAsync(Name, "a", Token);
        Assert.Equal("b", (await open.Leases.FindAsync(Name, Token))!.Holder);
    }

    [Fact]
    public async Task TryTake_ManyAtOnce_GivesItToOne()
    {
        await using var open = await OpenAsync();
        await using var other = Kit.IsShared ? await OpenAsync() : open;
        for (var round = 0; round < 10; round++)
        {
            var name = "work/" + round;
            var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(holder => Task.Run(
                () => (holder % 2 == 0 ? open : other).Leases.TryTakeAsync(name, "host" + holder, Kit.Moment * 60, Token), Token)));

            var winner = Assert.Single(taken.OfType<Lease>());
            Assert.Equal(winner, await other.Leases.FindAsync(name, Token));
        }
    }

    [Fact]
    public async Task Find_AfterReopening_IsStillHeld()
    {
        Lease? held;
        await using (var open = await OpenAsync())
        {
            held = await open.Leases.TryTakeAsync(Name, "a", Kit.Moment * 60, Token);
        }

        await using var again = await OpenAsync();
        Assert.Equal(held, await again.Leases.FindAsync(Name, Token));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("work/ü", 1)]
    [InlineData("work/\n", 1)]
    [InlineData("work/1", 0)]
    [InlineData("work/1", -1)]
    [InlineData("work/1", 86_401)]
    public async Task TryTake_WhatIsNoLease_IsRefused(string name, int seconds)
    {
        await using var open = await OpenAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Leases.TryTakeAsync(name, "a", TimeSpan.FromSeconds(seconds), Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Leases.TryTakeAsync(new string('x', 201), "a", Kit.Moment, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Leases.TryTakeAsync("work/1", "ü", Kit.Moment, Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => open.Leases.ReleaseAsync("work/1", string.Empty, Token));
        Assert.NotNull(await open.Leases.TryTakeAsync(new string('x', 200), "a", TimeSpan.FromDays(1), Token));
    }
}

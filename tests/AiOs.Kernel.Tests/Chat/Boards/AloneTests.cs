using AiOs.Contracts.Approvals;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Tests.Sharing;
using AiOs.Testing.Chat;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>What one host does at a time.</summary>
public sealed class AloneTests
{
    private const string Lease = "channel/telegram";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_TwoHosts_OneSendsAndTheOtherTakesOver()
    {
        await using var harness = Make(alone: false);
        var channels = new[] { new ScriptedChannel { Prefix = "a" }, new ScriptedChannel { Prefix = "b" } };
        using var stopFirst = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var stopSecond = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = (await harness.RunAsync()).Get<ICardKeeping>().KeepCardsAsync(channels[0], stopFirst.Token);
        await harness.UntilAsync(() => harness.Leases.Holds("channel/telegram/cards"), TimeSpan.FromSeconds(5));
        var second = (await harness.RunAsync()).Get<ICardKeeping>().KeepCardsAsync(channels[1], stopSecond.Token);

        // The second host takes it in, and the first one shows it.
        var item = await harness.ReceivedAsync();
        await harness.UntilAsync(() => channels[0].Sent.Count == 1, TimeSpan.FromSeconds(10));
        await harness.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Single(channels[0].Calls);
        Assert.Empty(channels[1].Calls);

        await stopFirst.CancelAsync();
        await first;
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await harness.UntilAsync(() => channels[1].Rewritten.Count == 1, TimeSpan.FromSeconds(20));
        await harness.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("a1", Assert.Single(channels[1].Calls).Message);
        Assert.Single(channels[0].Calls);
        await stopSecond.CancelAsync();
        await second;
    }

    [Fact]
    public async Task Run_LeaseIsLost_WorkIsCancelledAndTakenUpAgain()
    {
        await using var harness = Make(alone: false);
        var process = await harness.RunAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        int began = 0, ended = 0;
        var running = process.Get<ICardKeeping>().RunAloneAsync(ChannelName.Telegram, WorkAsync, stop.Token);
        await harness.UntilAsync(() => began == 1, TimeSpan.FromSeconds(5));
        await harness.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal((1, 0), (began, ended));

        harness.Leases.IsAway = true;
        await harness.UntilAsync(() => ended == 1, TimeSpan.FromSeconds(60));

        // It stopped before its lease ended, and another host takes that over when it has.
        Assert.True(harness.Leases.Holds(Lease));
        await harness.UntilAsync(() => !harness.Leases.Holds(Lease), TimeSpan.FromSeconds(20));
        harness.Leases.IsAway = false;
        Assert.NotNull(await harness.Leases.TryTakeAsync(Lease, "another", TimeSpan.FromSeconds(30), Token));
        await harness.PassAsync(TimeSpan.FromSeconds(25));
        Assert.Equal(1, began);
        await harness.UntilAsync(() => began == 2, TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        await running;

        Assert.Equal(2, ended);
        Assert.False(harness.Leases.Holds(Lease));

        async Task WorkAsync(CancellationToken cancellationToken)
        {
            began++;
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                ended++;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_WorkEndsOrBreaks_IsRunAgainLaterEachTime(bool breaks)
    {
        await using var harness = Make(alone: true);
        await harness.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var began = 0;
        var running = harness.Process.Get<ICardKeeping>().RunAloneAsync(
            ChannelName.Telegram,
            _ =>
            {
                began++;
                return breaks ? throw new InvalidOperationException("broken") : Task.CompletedTask;
            },
            stop.Token);
        await harness.PassAsync(TimeSpan.FromMinutes(10));
        await stop.CancelAsync();
        await running;

        // After 1, 2, 4, 8, 16, 32 and then each 60 seconds.
        Assert.InRange(began, 12, 17);
        Assert.Equal(0, harness.Leases.Given);
    }

    private static KernelHarness Make(bool alone)
    {
        var pairing = new ListedPairing();
        pairing.Set("anna");
        return new KernelHarness { Store = new InMemoryJournalStore { IsExclusive = alone }, Instead = services => services.AddSingleton<IPairing>(pairing) };
    }
}

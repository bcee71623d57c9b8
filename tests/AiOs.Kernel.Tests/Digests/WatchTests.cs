using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Digests.Watching;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Digests;

public sealed class WatchTests
{
    [Theory]
    [InlineData(9, 60, 0)]
    [InlineData(11, 60, 1)]
    [InlineData(60, 5, 0)]
    [InlineData(60, 11, 1)]
    public void Of_ADueMoment_AlarmsAfterItsGrace(int minutesSinceDue, int minutesWatched, int alarms)
    {
        var state = new WatchState(Some.Moment.AddMinutes(-minutesSinceDue), Some.Moment.AddMinutes(-minutesWatched), null, []);

        Assert.Equal(alarms, DigestWatch.Of(state, Some.Moment).Count);
        Assert.Equal(DigestWatch.Of(state, Some.Moment), DigestWatch.Of(state, Some.Moment.AddSeconds(1)));
    }

    [Fact]
    public void Of_FailedChannels_AlarmsOnceEach()
    {
        var state = new WatchState(null, Some.Moment, "k", [ChannelName.Teams, ChannelName.Telegram, ChannelName.Teams]);

        Assert.Equal(new ChannelName?[] { ChannelName.Teams, ChannelName.Telegram }, DigestWatch.Of(state, Some.Moment).Select(static alarm => alarm.But));
    }

    [Fact]
    public async Task Look_NoDigestCame_IsToldOnceEverywhere_AndEndsWithTheNextDigest()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        await LookAsync(stage, TimeSpan.Zero);
        await LookAsync(stage, new TimeSpan(3, 50, 0));
        Assert.Empty(stage.Telegram.Calls);

        // It was 14:19 in Berlin, and is 18:09 now.
        await LookAsync(stage, TimeSpan.FromMinutes(10));
        await LookAsync(stage, TimeSpan.FromMinutes(10));
        await stage.Harness.RestartAsync();
        await LookAsync(stage, TimeSpan.FromMinutes(30));

        var told = Assert.Single(DigestStage.SaidIn(stage.Telegram));
        Assert.Contains("Sun 22 Nov 18:00 has not come", told.Title, StringComparison.Ordinal);
        Assert.Single(DigestStage.SaidIn(stage.Teams));
        Assert.Single(await stage.WarningsAsync());

        await stage.RunAsync(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await LookAsync(stage, TimeSpan.FromMinutes(10));
        Assert.Empty(await stage.WarningsAsync());
    }

    [Fact]
    public async Task Look_TheDigestCame_SaysNothing()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram);
        await LookAsync(stage, TimeSpan.Zero);
        stage.Harness.Time.Advance(TimeSpan.FromHours(4));
        await stage.RunAsync(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await LookAsync(stage, TimeSpan.FromHours(1));

        Assert.Single(stage.Telegram.Calls);
        Assert.Empty(await stage.WarningsAsync());
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("unknown")]
    [InlineData("gone")]
    public async Task Look_OneChannelFailed_IsToldInTheOther(string how)
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        stage.Telegram.Answer = _ => how switch
        {
            "gone" => new SendOutcome.PlaceGone(),
            "unknown" => new SendOutcome.Unknown(),
            _ => new SendOutcome.Refused("No."),
        };
        await stage.RunAsync();
        await LookAsync(stage, TimeSpan.FromMinutes(10));
        await LookAsync(stage, TimeSpan.FromMinutes(10));

        Assert.Contains("could not be delivered in telegram", Assert.Single(DigestStage.SaidIn(stage.Teams).Skip(1)).Title, StringComparison.Ordinal);
        Assert.Single(stage.Telegram.Calls);
        Assert.Single(await stage.WarningsAsync());
    }

    [Fact]
    public async Task Look_OneChannelWasBusy_GetsItLater()
    {
        await using var stage = await DigestStage.StartAsync(ChannelName.Telegram, ChannelName.Teams);
        stage.Telegram.Answer = _ => throw ScriptedChannel.Transient;
        await stage.RunAsync();
        stage.Telegram.Answer = _ => null;
        await LookAsync(stage, TimeSpan.FromMinutes(10));
        await LookAsync(stage, TimeSpan.FromMinutes(10));

        Assert.Equal(2, stage.Telegram.Calls.Count);
        Assert.Single(DigestStage.SaidIn(stage.Teams));
        Assert.Empty(await stage.WarningsAsync());
    }

    [Fact]
    public async Task Look_OnlyThePageIsLeft_WarnsThere()
    {
        await using var stage = await DigestStage.StartAsync();
        await LookAsync(stage, TimeSpan.Zero);
        await LookAsync(stage, TimeSpan.FromHours(5));

        Assert.Contains("has not come", Assert.Single(await stage.WarningsAsync()), StringComparison.Ordinal);
    }

    private static async Task LookAsync(DigestStage stage, TimeSpan later)
    {
        stage.Harness.Time.Advance(later);
        await stage.Watchman.LookAsync(TestContext.Current.CancellationToken);
    }
}

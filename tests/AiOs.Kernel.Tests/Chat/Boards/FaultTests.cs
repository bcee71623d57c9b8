using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>What a channel, a store or a crash does to cards.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_CrashBeforeItWasNoted_IsSentOnceMoreWhileItWaits()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => Die(stage);
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.SettleAsync();
        Assert.Single(stage.Channel.Calls);

        stage.Channel.Answer = _ => null;
        await stage.RestartAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.RestartAsync();
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 1);
        await stage.SettleAsync();
        Assert.Equal(["send", "send", "rewrite"], stage.Channel.Calls.Select(call => call.Kind));
    }

    [Fact]
    public async Task Send_CrashAgainAndAgain_IsBegunTwiceAndThenLeft()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => Die(stage);
        await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.RestartAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.RestartAsync();
        await stage.SettleAsync();

        Assert.Equal(2, stage.Channel.Calls.Count);
    }

    [Fact]
    public async Task Send_CrashAndDecidedMeanwhile_IsNotSentAgain()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => Die(stage);
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = _ => null;
        await stage.RestartAsync(() => stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject));
        await stage.SettleAsync();

        Assert.Single(stage.Channel.Calls);
    }

    [Fact]
    public async Task Send_OnePlaceIsBusy_IsServedLaterAndHoldsUpNobody()
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        stage.Channel.Answer = call => call.Place == BoardStage.Anna ? throw ScriptedChannel.Transient : null;
        var first = await stage.Harness.ReceivedAsync(Some.Mail(1));
        var second = await stage.Harness.ReceivedAsync(Some.Mail(2));
        await stage.UntilAsync(() => stage.Channel.Sent.Count(call => call.Place == BoardStage.Ben) == 2);
        await stage.SettleAsync();
        var tried = stage.Channel.Sent.Count(call => call.Place == BoardStage.Anna);
        Assert.InRange(tried, 2, 6);

        stage.Channel.Answer = _ => null;
        await stage.UntilAsync(() => stage.Channel.Sent.Count(call => call.Place == BoardStage.Anna) == tried + 2, TimeSpan.FromMinutes(2));
        await stage.SettleAsync();
        Assert.Equal([first.Id, second.Id], stage.Channel.Sent.Where(call => call.Place == BoardStage.Anna).Skip(tried).Select(call => call.Card!.WorkItem));
        Assert.Equal(2, stage.Channel.Sent.Count(call => call.Place == BoardStage.Ben));
    }

    [Fact]
    public async Task Rewrite_FailedWhenTheHostWent_IsDoneByTheNext()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = _ => throw ScriptedChannel.Transient;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count > 0);
        await stage.StopAsync();
        stage.Channel.Answer = _ => null;
        await stage.Harness.RestartAsync();
        stage.Keep();
        await stage.UntilAsync(() => stage.Channel.At("m1")!.Status == "Rejected");

        Assert.Single(stage.Channel.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_NobodyCanTell_IsNotSentAgain(bool breaks)
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = _ => breaks ? throw new InvalidOperationException("broken") : new SendOutcome.Unknown();
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = _ => null;
        await stage.RestartAsync();
        await stage.SettleAsync();
        Assert.Single(stage.Channel.Calls);
        Assert.False(await stage.Harness.Process.Get<ICardPlaces>().ShowsAsync(ChannelName.Telegram, BoardStage.Anna, item.Approvals[0].Id, Token));

        // Another question is another card.
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "shorter");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
    }

    [Fact]
    public async Task Send_TooLongToBeShownWhole_CountsAsNotShown()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => new SendOutcome.Sent(new ShownMessages(call.Place, [], "m1")) { IsWhole = false };
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.SettleAsync();

        Assert.Single(stage.Channel.Calls);
        Assert.False(await stage.Harness.Process.Get<ICardPlaces>().ShowsAsync(ChannelName.Telegram, BoardStage.Anna, item.Approvals[0].Id, Token));
    }

    [Fact]
    public async Task Send_Refused_IsNotSentAgainAndShowsNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = _ => new SendOutcome.Refused("It is too long.");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.RestartAsync();
        await stage.SettleAsync();

        Assert.Single(stage.Channel.Calls);
        Assert.False(await stage.Harness.Process.Get<ICardPlaces>().ShowsAsync(ChannelName.Telegram, BoardStage.Anna, item.Approvals[0].Id, Token));
    }

    [Fact]
    public async Task Rewrite_NobodyCanTell_IsWrittenOnceMore()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = call => call.Kind == "rewrite" ? new SendOutcome.Unknown() : null;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 2);
        await stage.SettleAsync();

        Assert.Equal(["send", "rewrite", "rewrite"], stage.Channel.Calls.Select(call => call.Kind));
    }

    [Fact]
    public async Task Send_PlaceIsGone_WritesNothingMoreThereUntilThePersonIsHeard()
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        stage.Channel.Answer = call => call.Place == BoardStage.Anna ? new SendOutcome.PlaceGone() : null;
        await stage.Harness.ReceivedAsync(Some.Mail(1));
        await stage.Harness.ReceivedAsync(Some.Mail(2));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 3);
        await stage.RestartAsync();
        await stage.SettleAsync();
        Assert.Single(stage.Channel.Calls, call => call.Place == BoardStage.Anna);

        stage.Channel.Answer = _ => null;
        await stage.Harness.Process.Get<Homes>().KeepAsync(ChannelName.Telegram, "anna", BoardStage.Anna, Token);
        await stage.UntilAsync(() => stage.Channel.Sent.Count(call => call.Place == BoardStage.Anna) == 3);
    }

    [Fact]
    public async Task Keep_StoreIsAwayForAWhile_GoesOn()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Cursors.IsDead = true;
        await stage.Harness.ReceivedAsync();
        await stage.SettleAsync();
        Assert.Empty(stage.Channel.Calls);
        stage.Cursors.IsDead = false;
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Renew_SendingFails_IsTriedAgainWithTheOldOneSuperseded()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Channel.Answer = call => call.Kind == "send" ? throw ScriptedChannel.Transient : null;
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Change, "shorter");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        stage.Channel.Answer = _ => null;
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 3);

        Assert.Equal("Superseded", stage.Channel.At("m1")!.Status);
        Assert.Equal(CardTone.Waiting, stage.Channel.At("m2")!.Tone);
    }

    /// <summary>The host dies after the channel took it and before that could be noted.</summary>
    private static SendOutcome? Die(BoardStage stage)
    {
        stage.Cursors.IsDead = true;
        return null;
    }
}

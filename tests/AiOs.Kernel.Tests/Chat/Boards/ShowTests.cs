using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Chat.Boards;

/// <summary>What is shown where.</summary>
public sealed class ShowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_WaitsForTheOperator_IsShownInEveryHome()
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.SettleAsync();

        Assert.Equal([BoardStage.Anna, BoardStage.Ben], stage.Channel.Sent.Select(call => call.Place));
        Assert.All(stage.Channel.Sent, call => Assert.Equal(item.Id, call.Card!.WorkItem));
        Assert.Equal(2, stage.Channel.Calls.Count);
        var places = stage.Harness.Process.Get<ICardPlaces>();
        Assert.True(await places.ShowsAsync(ChannelName.Telegram, BoardStage.Ben, item.Approvals[0].Id, Token));
        Assert.False(await places.ShowsAsync(ChannelName.Telegram, "elsewhere", item.Approvals[0].Id, Token));
        Assert.False(await places.ShowsAsync(ChannelName.Teams, BoardStage.Ben, item.Approvals[0].Id, Token));
        var link = await stage.Harness.Process.Get<MessageLinks>().FindAsync(ChannelName.Telegram, BoardStage.Anna, "m1", Token);
        Assert.Equal(new MessageLink(LinkKind.Card, item.Id, item.Approvals[0].Id), link);
    }

    [Fact]
    public async Task Keep_NeedsNobody_ShowsNothing()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Harness.Agent.Write = _ => Some.Proposal(Some.Note("Anna asks about weeks"));
        var item = await stage.Harness.ReceivedAsync();
        await stage.SettleAsync();

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Empty(stage.Channel.Calls);
    }

    [Fact]
    public async Task Keep_BeganInThisChannel_ShowsWhatNeedsNobodyWhereItBegan()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Harness.Agent.Write = _ => Some.Proposal(Some.Note("Anna asks about weeks"));
        await stage.Harness.ReceivedAsync(BoardStage.Typed("group", "q7"));
        await stage.UntilAsync(() => stage.Channel.Sent.Count > 0);
        await stage.SettleAsync();

        var call = Assert.Single(stage.Channel.Calls);
        Assert.Equal(("send", "group", "q7"), (call.Kind, call.Place, call.ReplyTo));
        Assert.Equal(CardTone.Done, call.Card!.Tone);
    }

    [Fact]
    public async Task Keep_BeganInAHome_IsShownThereOnceUnderItsMessage()
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        await stage.Harness.ReceivedAsync(BoardStage.Typed(BoardStage.Ben, "q7"));
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.SettleAsync();

        Assert.Equal([(BoardStage.Anna, null), (BoardStage.Ben, "q7")], stage.Channel.Sent.Select(call => (call.Place, call.ReplyTo)));
        Assert.Equal(2, stage.Channel.Calls.Count);
    }

    [Fact]
    public async Task Keep_FirstPersonIsPaired_IsShownTheNewestTenThatWait()
    {
        await using var stage = await BoardStage.StartAsync();
        var waiting = new List<WorkItemId>();
        for (var number = 1; number <= 12; number++)
        {
            waiting.Add((await stage.Harness.ReceivedAsync(Some.Mail(number))).Id);

            // Work items of one moment have no order.
            stage.Harness.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await stage.Harness.DecideAsync((await stage.Harness.ViewAsync(waiting[11])).Approvals[0], DecisionKind.Reject);
        await stage.SettleAsync();
        Assert.Empty(stage.Channel.Calls);
        stage.Pairing.Set("anna");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 10);
        await stage.SettleAsync();

        Assert.Equal(waiting.Skip(1).Take(10), stage.Channel.Sent.Select(call => call.Card!.WorkItem));
        Assert.Equal(10, stage.Channel.Calls.Count);
    }

    [Fact]
    public async Task Keep_AnotherPersonIsPaired_GetsWhatWaitsAndTheFirstNothingNew()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        stage.Pairing.Set("anna", "ben");
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        await stage.SettleAsync();

        Assert.Equal([BoardStage.Anna, BoardStage.Ben], stage.Channel.Calls.Select(call => call.Place));
    }

    [Fact]
    public async Task Keep_PersonIsPairedNoMore_LosesWordsAndButtonsWithTheNextChange()
    {
        await using var stage = await BoardStage.StartAsync("anna", "ben");
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 2);
        stage.Pairing.Set("anna");
        await stage.SettleAsync();
        await stage.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await stage.UntilAsync(() => stage.Channel.Rewritten.Count == 2);

        var left = stage.Channel.At("m2")!;
        Assert.Empty(left.Actions);
        Assert.Equal("Not shown here any more", left.Title);
        Assert.Equal("Rejected", stage.Channel.At("m1")!.Status);
        Assert.False(await stage.Harness.Process.Get<ICardPlaces>().ShowsAsync(ChannelName.Telegram, BoardStage.Ben, item.Approvals[0].Id, Token));
    }

    [Fact]
    public async Task Keep_NoHomeKnownYet_IsShownWhenThePersonIsHeard()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Home = _ => null;
        await stage.SettleAsync();
        await stage.Harness.ReceivedAsync();
        await stage.SettleAsync();
        Assert.Empty(stage.Channel.Calls);
        await stage.Harness.Process.Get<Homes>().KeepAsync(ChannelName.Telegram, "anna", "19:anna", Token);
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);

        Assert.Equal("19:anna", stage.Channel.Sent[0].Place);
    }

    [Fact]
    public async Task Keep_CardInManyMessages_LinksEachOfThem()
    {
        await using var stage = await BoardStage.StartAsync("anna");
        stage.Channel.Answer = call => call.Kind == "send" ? new SendOutcome.Sent(new ShownMessages(call.Place, ["x1", "x2"], "x3")) : null;
        var item = await stage.Harness.ReceivedAsync();
        await stage.UntilAsync(() => stage.Channel.Sent.Count == 1);
        await stage.SettleAsync();

        foreach (var message in new[] { "x1", "x2", "x3" })
        {
            Assert.Equal(item.Id, (await stage.Harness.Process.Get<MessageLinks>().FindAsync(ChannelName.Telegram, BoardStage.Anna, message, Token))!.WorkItem);
        }
    }
}

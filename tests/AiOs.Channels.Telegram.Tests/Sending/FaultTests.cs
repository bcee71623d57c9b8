using AiOs.Channels.Telegram.Tests.Fakes;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Testing.Cards;
using AiOs.Testing.Telegram;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Channels.Telegram.Tests.Sending;

/// <summary>R6: what certainly did not happen may be tried again; what may have happened is not.</summary>
public sealed class FaultTests
{
    private const string Home = "4711";

    public static TheoryData<TelegramFault> Ambiguous =>
        [new TelegramFault.DropsAfter(), new TelegramFault.DropsBefore(), new TelegramFault.BreaksAfter(500), new TelegramFault.Refuses(502, "Bad Gateway")];

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task Send_AnswerLost_IsUnknownAndNotSentAgain(TelegramFault fault)
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Server.Next("sendMessage", fault);
        Assert.IsType<SendOutcome.Unknown>(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        Assert.Single(rig.Server.Calls, static call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsUnknownAndNotSentAgain()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        var never = new TaskCompletionSource();
        rig.Server.Next("sendMessage", new TelegramFault.Waits(never.Task));
        var outcome = await clock.UntilAsync(rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token), TimeSpan.FromSeconds(1));
        Assert.IsType<SendOutcome.Unknown>(outcome);
        await rig.Server.CalledAsync(static call => call.Method == "sendMessage", 1, Rig.Token);
        Assert.Single(rig.Server.Calls, static call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task Send_AnEarlierPartIsUnknown_TheButtonsAreNotSent()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Server.Next("sendMessage", new TelegramFault.DropsAfter());
        var card = SomeCards.Waiting with { Blocks = [new CardBlock.Text(string.Join('\n', Enumerable.Repeat("A line that fills a message.", 300)))] };
        Assert.IsType<SendOutcome.Unknown>(await rig.Channel.SendAsync(Home, card, null, Rig.Token));
        Assert.All(rig.Server.Messages(Rig.OperatorId), static message => Assert.Empty(message.Buttons));
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task Rewrite_AnswerLost_MayBeTriedAgain(TelegramFault fault)
    {
        await using var rig = await Rig.GreetedAsync();
        var sent = Assert.IsType<SendOutcome.Sent>(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token)).Messages;
        rig.Server.Next("editMessageText", fault);
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => rig.Channel.RewriteAsync(sent, SomeCards.Done, Rig.Token))).IsTransient);
        Assert.IsType<SendOutcome.Sent>(await rig.Channel.RewriteAsync(sent, SomeCards.Done, Rig.Token));
    }

    [Fact]
    public async Task Send_TooMany_WaitsAsLongAsSaidAndSendsOnce()
    {
        var clock = new FakeTimeProvider();
        await using var rig = await Rig.GreetedAsync(clock);
        rig.Server.Next("sendMessage", TelegramFault.TooMany(7));
        Assert.IsType<SendOutcome.Sent>(await clock.UntilAsync(rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token), TimeSpan.FromMilliseconds(200)));
        var calls = rig.Server.Calls.Where(static call => call.Method == "sendMessage").ToList();
        Assert.Equal([429, 200], calls.Select(static call => call.Status));
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Send_TooManyForLong_IsLeftToTheKernel()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Server.Next("sendMessage", TelegramFault.TooMany(3600));
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token))).IsTransient);
    }

    [Fact]
    public async Task Send_NobodyListens_IsTransientAndNotUnknown()
    {
        await using var rig = await Rig.GreetedAsync();
        await rig.Server.DisposeAsync();
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token))).IsTransient);
    }

    [Fact]
    public async Task Send_Blocked_ThePlaceIsGone()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Operator.Blocks();
        Assert.IsType<SendOutcome.PlaceGone>(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("no place")]
    [InlineData("4711/x")]
    public async Task Send_NoSuchChat_ThePlaceIsGone(string place)
    {
        await using var rig = await Rig.GreetedAsync();
        Assert.IsType<SendOutcome.PlaceGone>(await rig.Channel.SendAsync(place, SomeCards.Waiting, null, Rig.Token));
    }

    [Fact]
    public async Task Send_PersonWhoNeverWrote_ThePlaceIsGone()
    {
        await using var rig = await Rig.StartAsync();
        Assert.IsType<SendOutcome.PlaceGone>(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
    }

    [Fact]
    public async Task Send_GroupMoved_FollowsAndSaysWhere()
    {
        await using var rig = await Rig.StartAsync();
        var group = rig.Server.Group("Work");
        var moved = rig.Server.Moves(group);
        var sent = Assert.IsType<SendOutcome.Sent>(await rig.Channel.SendAsync($"{group}", SomeCards.Waiting, null, Rig.Token)).Messages;
        Assert.Equal($"{moved}", sent.Place);
        Assert.Single(rig.Server.Messages(moved));
    }

    [Fact]
    public async Task Rewrite_GroupMoved_TheMessageIsGone()
    {
        await using var rig = await Rig.StartAsync();
        var group = rig.Server.Group("Work");
        var sent = Assert.IsType<SendOutcome.Sent>(await rig.Channel.SendAsync($"{group}", SomeCards.Waiting, null, Rig.Token)).Messages;
        rig.Server.Moves(group);
        Assert.IsType<SendOutcome.MessageGone>(await rig.Channel.RewriteAsync(sent, SomeCards.Done, Rig.Token));
    }

    [Theory]
    [InlineData("4711", "999")]
    [InlineData("4711", "no number")]
    public async Task Rewrite_NoSuchMessage_IsGone(string place, string message)
    {
        await using var rig = await Rig.GreetedAsync();
        Assert.IsType<SendOutcome.MessageGone>(await rig.Channel.RewriteAsync(new ShownMessages(place, [], message), SomeCards.Done, Rig.Token));
    }

    [Fact]
    public async Task Rewrite_TooOld_IsGone()
    {
        await using var rig = await Rig.GreetedAsync();
        Assert.IsType<SendOutcome.MessageGone>(await rig.Channel.RewriteAsync(new ShownMessages(Home, [], "1"), SomeCards.Done, Rig.Token));
    }

    [Fact]
    public async Task Send_RefusedForGood_SaysWhyWithoutTheMessage()
    {
        await using var rig = await Rig.GreetedAsync();
        rig.Server.Next("sendMessage", new TelegramFault.Refuses(400, "Bad Request: can't parse entities: Unsupported start tag \"hanna\" at byte offset 3"));
        var refused = Assert.IsType<SendOutcome.Refused>(await rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        Assert.Equal("Telegram refused it with 400: can't parse entities.", refused.Sentence);
    }

    [Fact]
    public async Task Send_WrongToken_IsTransientAndNamesTheKey()
    {
        await using var rig = await Rig.StartAsync(token: "99:wrong-token-000000000000000000000000");
        var fault = await Assert.ThrowsAsync<AiOsException>(() => rig.Channel.SendAsync(Home, SomeCards.Waiting, null, Rig.Token));
        Assert.True(fault.IsTransient);
        Assert.Contains("Channels:Telegram:BotToken", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", fault.ToString(), StringComparison.Ordinal);
    }
}

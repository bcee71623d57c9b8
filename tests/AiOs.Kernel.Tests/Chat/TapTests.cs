using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Desk;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat;

/// <summary>Buttons: what they carry grants nothing, and every loser is told how things stand.</summary>
public sealed class TapTests
{
    /// <summary>The process may end between the link and the entry of a card that was just sent.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Decide_OnACardThatNobodyKeepsUpToDate_BringsItUpToDate(bool held)
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var approval = item.Approvals[^1];
        var links = desk.Harness.Process.Get<MessageLinks>();
        await links.KeepAsync(ChannelName.Telegram, ChatDesk.Home, "17", new MessageLink(LinkKind.Card, item.Id, approval.Id), TestContext.Current.CancellationToken);
        desk.Cards.Holds = held;

        Assert.True((await desk.TapAsync(new CardTap.Decide(DecisionKind.Approve, approval.Id, approval.Digest, approval.Nonce!))).Accepted);

        Assert.Equal(held ? LinkKind.Card : LinkKind.About, (await links.FindAsync(ChannelName.Telegram, ChatDesk.Home, "17", TestContext.Current.CancellationToken))!.Kind);
    }

    [Fact]
    public async Task Approve_OnAnOpenCard_RunsItAndReturnsTheCardAsItIs()
    {
        await using var desk = await ChatDesk.StartAsync();
        var reply = await desk.TapAsync(Tap((await desk.Harness.ReceivedAsync()).Approvals[0], DecisionKind.Approve));

        Assert.Equal((true, "Done", 1), (reply.Accepted, reply.Now!.Status, desk.Harness.Mail.Done.Count));
    }

    [Fact]
    public async Task Approve_WithAForgedTokenOrNoToken_DecidesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var approval = (await desk.Harness.ReceivedAsync()).Approvals[0];
        var forged = await desk.TapAsync(Tap(approval with { Nonce = "00112233445566778899aabbccddeeff" }, DecisionKind.Approve));
        var unknown = await desk.TapAsync(Tap(approval with { Id = new ApprovalId(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)) }, DecisionKind.Approve));
        var garbage = await desk.Conversation.TapAsync(
            new ChatTap { Channel = ChannelName.Telegram, Sender = ChatDesk.Operator, Place = ChatDesk.Home, Token = "a.b", DedupeKey = "x" }, TestContext.Current.CancellationToken);

        Assert.Equal((false, false, false), (forged.Accepted, unknown.Accepted, garbage.Accepted));
        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Equal("Waiting for your decision", forged.Now!.Status);
    }

    [Fact]
    public async Task Approve_ThatAsksForMore_TakesTheTextOrAReplyAndNeverABareTap()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.Harness.Process.Get<IControls>().LoadPolicyAsync(Tier2, TestContext.Current.CancellationToken);
        var item = await desk.Harness.ReceivedAsync();
        var approval = item.Approvals[0];
        var card = await desk.ShowAsync(item);
        var bare = await desk.TapAsync(Tap(approval, DecisionKind.Approve));
        var wrong = await desk.TapAsync(Tap(approval, DecisionKind.Approve), "something else");
        await desk.SayAsync("ok", card);

        Assert.Equal(2, approval.Tier);
        Assert.Equal((false, false), (bare.Accepted, wrong.Accepted));
        Assert.Contains(approval.Confirm!, bare.Sentence, StringComparison.Ordinal);
        Assert.Contains(approval.Confirm!, desk.Titles[^1], StringComparison.Ordinal);
        Assert.Empty(desk.Harness.Mail.Calls);

        await desk.SayAsync(approval.Confirm, card);

        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Change_WithoutText_AsksAndTheReplyIsTheChange()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        await desk.TapAsync(Tap(item.Approvals[0], DecisionKind.Change));
        var prompt = Assert.Single(desk.Chat.Said);
        await desk.SayAsync("yes", prompt.Message);
        await desk.SayAsync("Say Monday.", prompt.Message);
        await desk.SayAsync("Say Tuesday.", prompt.Message);

        Assert.True(prompt.Note.WantsReply);
        Assert.Equal("Say Monday.", Assert.Single(await desk.EventsAsync<ChangeRequested>()).Personal!.Text);
        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Contains("a newer card has taken the place", desk.Titles[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WithText_ChangesAtOnce()
    {
        await using var desk = await ChatDesk.StartAsync();
        var reply = await desk.TapAsync(Tap((await desk.Harness.ReceivedAsync()).Approvals[0], DecisionKind.Change), "Say Monday.");

        Assert.True(reply.Accepted);
        Assert.Equal("button", Assert.Single(await desk.EventsAsync<ChangeRequested>()).Via);
        Assert.Empty(desk.Chat.Said);
    }

    [Fact]
    public async Task Contradiction_OfTwoTaps_TheLoserIsToldTheState()
    {
        await using var desk = await ChatDesk.StartAsync();
        var approval = (await desk.Harness.ReceivedAsync()).Approvals[0];
        var replies = await Task.WhenAll(desk.TapAsync(Tap(approval, DecisionKind.Approve)), desk.TapAsync(Tap(approval, DecisionKind.Reject)));
        var loser = Assert.Single(replies, reply => !reply.Accepted);

        Assert.Single(replies, reply => reply.Accepted);
        Assert.Contains("already decided", loser.Sentence, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.EventsAsync<ApprovalGranted>()).Count + (await desk.EventsAsync<ApprovalRejected>()).Count);
    }

    [Fact]
    public async Task Settle_DeliveredTwice_SettlesOnce()
    {
        await using var desk = await ChatDesk.StartAsync();
        desk.Harness.Mail.Answer = (_, _, _) => Task.FromResult<EffectResult?>(new EffectResult.Unknown("The line went dead."));
        var item = await desk.Harness.ReceivedAsync();
        item = (await desk.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve)).Item!;
        var tap = new CardTap.Settle(item.Id, item.Effects[0].Id, Settlement.SendAgain);
        await desk.TapAsync(tap, key: "callback-1");
        await desk.TapAsync(tap, key: "callback-1");

        Assert.Single(await desk.EventsAsync<EffectSettled>());
        Assert.Equal(2, desk.Harness.Mail.Calls.Count);
    }

    [Fact]
    public async Task Others_WhyRefreshAnswerAndUndo_SayWhatTheyShould()
    {
        await using var desk = await ChatDesk.StartAsync();
        desk.Harness.Agent.Write = brief => Some.Reply(brief) with { Question = brief.OperatorWords.Count == 0 ? "Which week?" : null };
        var item = await desk.Harness.ReceivedAsync();
        var refreshed = await desk.TapAsync(new CardTap.Refresh(item.Id));
        var why = await desk.TapAsync(new CardTap.Why(item.Id));
        var answer = await desk.TapAsync(new CardTap.Answer(item.Id));
        await desk.SayAsync("The first.", desk.Chat.Said[^1].Message);
        var undo = await desk.TapAsync(new CardTap.Undo(item.Id));

        Assert.Equal((true, item.Card.Title), (refreshed.Accepted, refreshed.Now!.Title));
        Assert.Equal((true, true, false), (why.Accepted, answer.Accepted, undo.Accepted));
        Assert.Equal(["Why: A question", "Reply with your answer."], desk.Titles);
        Assert.Equal(("reply", "The first."), (await desk.EventsAsync<QuestionAnswered>()) is [var answered] ? (answered.Via, answered.Personal!.Text) : default);
    }

    /// <summary>Another host may have revoked who taps, between the look and the commit.</summary>
    [Fact]
    public async Task Approve_RevokedAtThePositionOfTheCommit_DecidesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var approval = item.Approvals[0];
        var decision = new OperatorDecision { Approval = approval.Id, Kind = DecisionKind.Approve, Digest = approval.Digest, Nonce = approval.Nonce!, Channel = ChannelName.Telegram, By = "4712" };
        var delivery = desk.Harness.Process.Get<Deliveries>().Of(ChannelName.Telegram, "4712", "callback-1");
        var outcome = await desk.Harness.Process.Get<OperatorActs>().DecideAsync(decision, delivery, TestContext.Current.CancellationToken);

        Assert.Equal((false, "Only the operator can decide this."), (outcome.Accepted, outcome.Sentence));
        Assert.Empty(desk.Harness.Mail.Calls);
    }

    private const string Tier2 = """
        version: 1
        rules:
          - name: all-two
            when: {}
            then: ask-2
            because: Everything is confirmed by typing.
        """;

    private static CardTap.Decide Tap(ApprovalView approval, DecisionKind kind) => new(kind, approval.Id, approval.Digest, approval.Nonce!);
}

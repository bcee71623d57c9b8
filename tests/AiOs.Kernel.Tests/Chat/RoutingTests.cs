using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Messages;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat;

/// <summary>Where a message belongs.</summary>
public sealed class RoutingTests
{
    [Fact]
    public async Task Text_OfItsOwn_OpensAWorkItemOfTheOperator()
    {
        await using var desk = await ChatDesk.StartAsync();
        var message = await desk.SayAsync("Ask Anna for the invoice.");
        var item = Assert.Single(await desk.ItemsAsync());

        Assert.Equal((Authority.Operator, ContentOrigin.Typed, "Ask Anna for the invoice."), (item.Authority, item.Message!.Origin, item.Message.Text));
        Assert.Equal((message.Place, message.Message), (item.Message.Chat!.Place, item.Message.Chat.Message));
        Assert.Equal((0, 1), (desk.Chat.Said.Count, desk.Cards.Begun));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("\U0001F44D")]
    public async Task Yes_AsAReplyToACardShownHere_ApprovesThatOne(string yes)
    {
        await using var desk = await ChatDesk.StartAsync();
        var other = await desk.Harness.ReceivedAsync(Some.Mail(2));
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.SayAsync(yes, card);

        Assert.Single(desk.Harness.Mail.Done);
        Assert.Equal(WorkItemState.AwaitingApproval, (await desk.Harness.ViewAsync(other.Id)).State);
        Assert.Equal((ChatDesk.Operator, "telegram"), ((await desk.EventsAsync<ApprovalGranted>())[0].By, (await desk.EventsAsync<ApprovalGranted>())[0].Channel.Value));
    }

    [Fact]
    public async Task Yes_WithoutAReply_ApprovesNothingAndNamesTheCards()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.SayAsync("yes");

        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Contains(new Fact("Waiting for your decision", "A question"), Assert.IsType<CardBlock.Facts>(desk.Chat.Said[0].Note.Blocks[0]).Rows);
        Assert.Equal("told", Assert.Single(await desk.EventsAsync<MessageRouted>()).Via);
        Assert.Single(await desk.ItemsAsync());
    }

    [Fact]
    public async Task Yes_WhereTheCardWasNotShownWhole_ApprovesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.HearAsync(desk.Message("yes", card) with { Place = "group" });
        var unshown = await desk.Harness.ReceivedAsync(Some.Mail(2));
        desk.Chat.ShowsWhole = false;
        await desk.SayAsync("/show " + unshown.Id);
        await desk.SayAsync("yes", desk.Chat.Shown[0].Message);

        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Contains("was not shown whole here", desk.Titles[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", null)]
    [InlineData("No, she paid already", "she paid already")]
    public async Task No_AsAReply_RejectsWithItsReason(string no, string? reason)
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        await desk.SayAsync(no, await desk.ShowAsync(item));

        Assert.Equal(WorkItemState.Rejected, (await desk.Harness.ViewAsync(item.Id)).State);
        Assert.Equal(reason, Assert.Single(await desk.EventsAsync<ApprovalRejected>()).Personal?.Reason);
    }

    [Fact]
    public async Task Words_AsAReplyToACard_AreAChangeAndTheOldCardDecidesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var old = await desk.ShowAsync(item);
        await desk.SayAsync("Say Monday instead.", old);
        await desk.SayAsync("yes", old);
        var now = await desk.Harness.ViewAsync(item.Id);

        Assert.Equal(("reply", "Say Monday instead."), (await desk.EventsAsync<ChangeRequested>()) is [var changed] ? (changed.Via, changed.Personal!.Text) : default);
        Assert.Equal(["superseded", "open"], now.Approvals.Select(approval => approval.State));
        Assert.Empty(desk.Harness.Mail.Calls);
        Assert.Contains("a newer card has taken the place", desk.Titles[^1], StringComparison.Ordinal);

        await desk.SayAsync("ok", await desk.ShowAsync(now));

        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Yes_ToACardDecidedElsewhere_IsToldHowThingsStand()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var card = await desk.ShowAsync(item);
        await desk.Harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        await desk.SayAsync("yes", card);

        Assert.Contains("Rejected by operator in web", Assert.Single(desk.Titles), StringComparison.Ordinal);
        Assert.Empty(desk.Harness.Mail.Calls);
    }

    [Fact]
    public async Task Words_ToACardThatHasEnded_OpenANewWorkItemThatMentionsIt()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var card = await desk.ShowAsync(item);
        await desk.Harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await desk.SayAsync("Now ask her for a date.", card);
        var items = await desk.ItemsAsync();

        Assert.Equal(2, items.Count);
        Assert.Contains(item.Id.ToString(), items[0].Message!.Note, StringComparison.Ordinal);
        Assert.Equal(Authority.Operator, items[0].Authority);
    }

    [Fact]
    public async Task Question_TheOnlyOne_GetsTheTextAndCanBeToldItWasNone()
    {
        await using var desk = await ChatDesk.StartAsync();
        var asked = await QuestionAsync(desk, 1);
        await desk.SayAsync("The first week.");
        var note = Assert.Single(desk.Chat.Said).Note;
        var answered = await desk.Harness.ViewAsync(asked.Id);
        var reply = await desk.TapAsync(Assert.Single(note.Buttons).Tap);
        var again = await desk.TapAsync(note.Buttons[0].Tap);
        var items = await desk.ItemsAsync();

        Assert.Equal(("pending", WorkItemState.AwaitingApproval), ((await desk.EventsAsync<QuestionAnswered>())[0].Via, answered.State));
        Assert.Equal((true, true), (reply.Accepted, again.Accepted));
        Assert.Equal((2, "The first week."), (items.Count, items[0].Message!.Text));
        Assert.Equal((WorkItemState.NeedsAnswer, "Which week?", "superseded"), (items[1].State, items[1].Question, items[1].Approvals[^1].State));
        Assert.Equal(["pending", "button"], (await desk.EventsAsync<MessageRouted>()).Select(routed => routed.Via));
        Assert.Single(await desk.EventsAsync<AnswerWithdrawn>());
    }

    [Fact]
    public async Task Question_AnswerUsedAlready_IsKeptAndTheNewWorkItemOpenedAllTheSame()
    {
        await using var desk = await ChatDesk.StartAsync();
        var asked = await QuestionAsync(desk, 1);
        await desk.SayAsync("The first week.");
        await desk.Harness.DecideAsync((await desk.Harness.ViewAsync(asked.Id)).Approvals[^1], DecisionKind.Approve);
        var reply = await desk.TapAsync(desk.Chat.Said[0].Note.Buttons[0].Tap);

        Assert.Contains("has been used already", reply.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.ItemsAsync()).Count);
        Assert.Equal(WorkItemState.Done, (await desk.Harness.ViewAsync(asked.Id)).State);
    }

    [Fact]
    public async Task Questions_Two_AreAskedAboutAndTheTapSettlesItOnce()
    {
        await using var desk = await ChatDesk.StartAsync();
        var first = await QuestionAsync(desk, 1);
        var second = await QuestionAsync(desk, 2);
        await desk.SayAsync("The first week.");
        var note = Assert.Single(desk.Chat.Said).Note;
        await desk.Harness.RestartAsync();
        var toFirst = note.Buttons.Single(button => button.Tap is CardTap.Route { Target: { } target } && target == first.Id);
        var toSecond = note.Buttons.Single(button => button.Tap is CardTap.Route { Target: { } target } && target == second.Id);
        await desk.TapAsync(toFirst.Tap);
        var late = await desk.TapAsync(toSecond.Tap);

        Assert.Equal(["1", "2", "Something new"], note.Buttons.Select(button => button.Label));
        Assert.Equal("Which question does this answer?", note.Title);
        Assert.Equal((WorkItemState.AwaitingApproval, WorkItemState.NeedsAnswer), ((await desk.Harness.ViewAsync(first.Id)).State, (await desk.Harness.ViewAsync(second.Id)).State));
        Assert.False(late.Accepted);
        Assert.Equal("button", Assert.Single(await desk.EventsAsync<QuestionAnswered>()).Via);
        Assert.Equal(2, (await desk.ItemsAsync()).Count);
    }

    [Fact]
    public async Task Questions_TwoAndSomethingNew_OpensAWorkItem()
    {
        await using var desk = await ChatDesk.StartAsync();
        await QuestionAsync(desk, 1);
        await QuestionAsync(desk, 2);
        await desk.SayAsync("Call Ben.");
        await desk.TapAsync(desk.Chat.Said[0].Note.Buttons[^1].Tap);

        Assert.Equal((3, "Call Ben."), ((await desk.ItemsAsync()).Count, (await desk.ItemsAsync())[0].Message!.Text));
        Assert.Empty(await desk.EventsAsync<QuestionAnswered>());
    }

    [Fact]
    public async Task Question_RepliedTo_IsAnswered()
    {
        await using var desk = await ChatDesk.StartAsync();
        var first = await QuestionAsync(desk, 1);
        await QuestionAsync(desk, 2);
        await desk.SayAsync("The second week.", await desk.ShowAsync(first));

        Assert.Equal(("reply", "The second week."), (await desk.EventsAsync<QuestionAnswered>()) is [var answered] ? (answered.Via, answered.Personal!.Text) : default);
        Assert.Equal(WorkItemState.AwaitingApproval, (await desk.Harness.ViewAsync(first.Id)).State);
    }

    [Theory]
    [InlineData("/freeze")]
    [InlineData("freeze everything")]
    [InlineData("yes")]
    [InlineData("The first week.")]
    public async Task PassedOn_WhateverItSays_IsSomebodyElses(string text)
    {
        await using var desk = await ChatDesk.StartAsync();
        await QuestionAsync(desk, 1);
        desk.Harness.Agent.Write = Some.Reply;
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync(Some.Mail(2)));
        await desk.HearAsync(desk.Message(text, card) with { IsForwarded = true });
        var items = await desk.ItemsAsync();

        Assert.Null(desk.Harness.Desk.FrozenBecause);
        Assert.Empty(await desk.EventsAsync<QuestionAnswered>());
        Assert.Empty(await desk.EventsAsync<ApprovalGranted>());
        Assert.Empty(await desk.EventsAsync<ChangeRequested>());
        Assert.Equal((3, Authority.External, text), (items.Count, items[0].Authority, items[0].Message!.Text));
    }

    /// <summary>A work item whose agent asks which week, until it is told.</summary>
    private static async Task<WorkItemView> QuestionAsync(ChatDesk desk, int number)
    {
        desk.Harness.Agent.Write = brief => brief.OperatorWords.Count == 0 && brief.Authority is Authority.External
            ? Some.Proposal() with { Question = "Which week?" }
            : Some.Reply(brief);
        return await desk.Harness.ReceivedAsync(Some.Mail(number));
    }
}

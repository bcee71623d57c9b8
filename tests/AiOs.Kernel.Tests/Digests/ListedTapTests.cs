using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Digests;

public sealed class ListedTapTests
{
    [Fact]
    public async Task Digest_CardStandsWhole_CanBeDecidedInTheList_AndTheListStays()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        await desk.ShowAsync(item);
        var note = await DigestAsync(desk);

        Assert.Equal(["Show 1", "Approve 1", "Reject 1"], note.Buttons.Select(static button => button.Label));
        var reply = await desk.TapAsync(note.Buttons[1].Tap);
        Assert.True(reply.Accepted);
        Assert.Null(reply.Now);
        Assert.Equal(WorkItemState.Done, (await desk.Harness.ViewAsync(item.Id)).State);

        var again = await desk.TapAsync(note.Buttons[2].Tap);
        Assert.False(again.Accepted);
        Assert.Null(again.Now);
        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Digest_CardNotShown_CanOnlyBeLookedAt()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var note = await DigestAsync(desk);
        var show = Assert.Single(note.Buttons);

        Assert.Equal("Show 1", show.Label);
        var reply = await desk.TapAsync(show.Tap);
        Assert.True(reply.Accepted);
        Assert.Null(reply.Now);
        Assert.Equal(item.Id, Assert.Single(desk.Chat.Shown).Card.WorkItem);
        Assert.Equal(WorkItemState.AwaitingApproval, (await desk.Harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Digest_QuestionAskedAnew_OldListDecidesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        await desk.ShowAsync(item);
        var note = await DigestAsync(desk);
        await desk.Harness.DecideAsync(item.Approvals[^1], Contracts.Approvals.DecisionKind.Change, "Shorter.");
        var reply = await desk.TapAsync(note.Buttons[1].Tap);

        Assert.False(reply.Accepted);
        Assert.Empty(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Digest_AStrangersTap_DecidesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        var note = await DigestAsync(desk);

        Assert.True((await desk.TapAsync(note.Buttons[1].Tap, sender: "666")).IsForStranger);
        Assert.Empty(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Digest_OnDemand_MovesNothing()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.Harness.ReceivedAsync();
        var first = await DigestAsync(desk);
        var second = await DigestAsync(desk);

        Assert.Equal(first.Title, second.Title);
        Assert.Contains("Waiting for you: 1 decision", DigestStage.TextOf(second), StringComparison.Ordinal);
        await desk.SayAsync("/digest last");
        Assert.Contains("No daily digest was sent yet", desk.Titles[^1], StringComparison.Ordinal);
    }

    private static async Task<ChatNote> DigestAsync(ChatDesk desk)
    {
        await desk.SayAsync("/digest");
        return desk.Chat.Said[^1].Note;
    }
}

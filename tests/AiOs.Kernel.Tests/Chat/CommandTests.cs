using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Hosting;
using AiOs.Testing;
using AiOs.Testing.Chat;

namespace AiOs.Kernel.Tests.Chat;

public sealed class CommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Help_OfAllCommands_NamesEveryOneOfTheDesignOnce()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.SayAsync("help");
        var named = desk.Chat.Said[0].Note.Blocks.OfType<CardBlock.Facts>().SelectMany(block => block.Rows).Select(row => row.Name.Split(' ')[0]).ToArray();
        string[] wanted =
        [
            "/today", "/tasks", "/show", "/why", "/approve", "/reject", "/undo", "/cost", "/budget", "/policy", "/remember", "/forget", "/clients", "/invoices", "/schedule", "/digest", "/autonomy",
            "/freeze", "/resume", "/export", "/help", "/devices", "/pair",
        ];

        Assert.Empty(wanted.Except(named));
        Assert.Equal(named.Distinct(), named);
        Assert.DoesNotContain(new CardBlock.Text("More"), desk.Chat.Said[0].Note.Blocks);
    }

    [Fact]
    public async Task Freeze_InPlainWords_IsTakenOnceAndJournalledFirst()
    {
        await using var desk = await ChatDesk.StartAsync();
        var message = desk.Message("Freeze everything!");
        await desk.HearAsync(message);
        await desk.SayAsync("resume");
        await desk.Harness.CrashAsync();
        await desk.HearAsync(message);

        Assert.Null(desk.Harness.Desk.FrozenBecause);
        Assert.Equal(["freeze", "resume"], (await desk.EventsAsync<CommandTaken>()).Select(taken => taken.Name));
    }

    [Fact]
    public async Task Numbers_OfTheListShownLast_MeanTheSameThoughMoreCameIn()
    {
        await using var desk = await ChatDesk.StartAsync();
        var first = await desk.Harness.ReceivedAsync(Some.Mail(1));
        await desk.SayAsync("/tasks");
        desk.Harness.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await desk.Harness.ReceivedAsync(Some.Mail(2));
        await desk.SayAsync("/reject 1 she paid already");
        await desk.SayAsync("/reject 2");
        await desk.SayAsync("/reject " + second.Id.ToString()[..10]);

        Assert.Equal((WorkItemState.Rejected, WorkItemState.Rejected), ((await desk.Harness.ViewAsync(first.Id)).State, (await desk.Harness.ViewAsync(second.Id)).State));
        Assert.Equal("she paid already", (await desk.EventsAsync<ApprovalRejected>())[0].Personal!.Reason);
        Assert.Contains("no such number", desk.Titles[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_OfACardNotShownHere_ShowsItFirst()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        await desk.SayAsync("/approve " + item.Id);
        var calls = desk.Harness.Mail.Calls.Count;
        await desk.SayAsync("/approve " + item.Id);

        Assert.Equal(0, calls);
        Assert.Equal(item.Id, Assert.Single(desk.Chat.Shown).Card.WorkItem);
        Assert.Contains("was not shown here yet", desk.Titles[0], StringComparison.Ordinal);
        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Freeze_TheHostDiedBeforeItRan_IsDoneWhenItComesAgainAndAllElseIsSaid()
    {
        await using var desk = await ChatDesk.StartAsync();
        var (freeze, remember) = (desk.Message("/freeze"), desk.Message("/remember the gate code is with Hanna"));
        foreach (var message in new[] { freeze, remember })
        {
            var deliveries = desk.Harness.Process.Get<Deliveries>();
            Assert.True(await deliveries.TakeAsync(deliveries.Of(message.Channel, message.Sender, message.DedupeKey), _ => new CommandTaken(message.Channel, message.Sender, "freeze"), Token));
        }

        await desk.HearAsync(freeze);
        await desk.HearAsync(remember);

        Assert.NotNull(desk.Harness.Desk.FrozenBecause);
        Assert.Contains("not known", desk.Titles[^1], StringComparison.Ordinal);
        Assert.Equal(2, desk.Titles.Count);
    }

    [Fact]
    public async Task Approve_TypedBeforeTheCardWasAsked_ShowsItFirst()
    {
        await using var desk = await ChatDesk.StartAsync();
        var early = desk.Message("/approve");
        var item = await desk.Harness.ReceivedAsync();
        await desk.ShowAsync(item);
        await desk.HearAsync(early with { Text = "/approve " + item.Id });
        await desk.HearAsync(desk.Message("/approve " + item.Id) with { At = null });

        Assert.Empty(desk.Harness.Mail.Calls);
        await desk.SayAsync("/approve " + item.Id);
        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Approve_AsAReplyToAnOlderCard_DoesNotApproveTheNewOne()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var old = await desk.ShowAsync(item);
        await desk.SayAsync("Say Tuesday instead", old);
        var renewed = await desk.Harness.ViewAsync(item.Id);
        Assert.NotEqual(item.Approvals[^1].Id, renewed.Approvals[^1].Id);
        var card = await desk.ShowAsync(renewed);
        await desk.SayAsync("/approve", old);

        Assert.Empty(desk.Harness.Mail.Calls);
        await desk.SayAsync("/approve", card);
        Assert.Single(desk.Harness.Mail.Done);
    }

    [Fact]
    public async Task Approve_OnThePage_NeverApprovesByTyping()
    {
        await using var desk = await ChatDesk.StartAsync();
        var item = await desk.Harness.ReceivedAsync();
        var reply = await desk.Harness.Process.Get<ICommands>().RunAsync("/approve " + item.Id, ChannelName.Web, Some.Operator, Token);

        Assert.False(reply.Done);
        Assert.NotEmpty(reply.Blocks);
        Assert.Empty(desk.Harness.Mail.Calls);
    }

    [Fact]
    public async Task Why_AsAReply_IsAboutThatCard()
    {
        await using var desk = await ChatDesk.StartAsync();
        var card = await desk.ShowAsync(await desk.Harness.ReceivedAsync());
        await desk.SayAsync("/why", card);
        await desk.SayAsync("/why");

        Assert.Equal("Why", desk.Titles[0]);
        Assert.Contains("Say which one", desk.Titles[1], StringComparison.Ordinal);
        Assert.Empty(await desk.EventsAsync<ChangeRequested>());
    }

    [Fact]
    public async Task Today_AfterSomeWork_SaysWhatWaitsWasDoneAndTheMoney()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.Harness.DecideAsync((await desk.Harness.ReceivedAsync()).Approvals[0], DecisionKind.Approve);
        await desk.Harness.ReceivedAsync(Some.Mail(2));
        await desk.SayAsync("/today");
        await desk.SayAsync("/digest");
        await desk.SayAsync("/cost");
        await desk.SayAsync("/schedule");

        Assert.Equal("1 thing waits for you, 1 was finished today", desk.Titles[0]);
        Assert.Contains(new CardBlock.Text("Money"), desk.Chat.Said[0].Note.Blocks);
        Assert.Contains(new CardBlock.Text("Waiting for you: 1 decision"), desk.Chat.Said[1].Note.Blocks);
        Assert.Contains(new Fact("effects done", "1"), desk.Chat.Said[2].Note.Blocks.OfType<CardBlock.Facts>().Single().Rows);
        Assert.Contains("by the clock of", desk.Titles[3], StringComparison.Ordinal);
        Assert.Empty(await desk.EventsAsync<CommandTaken>());
    }

    [Fact]
    public async Task Export_OnDemand_CanBeVerified()
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.Harness.ReceivedAsync();
        await desk.SayAsync("/export");
        var folder = Assert.Single(Directory.GetDirectories(desk.Harness.Settings.ExportDirectory!));

        Assert.Contains(Path.GetFileName(folder), Assert.Single(desk.Titles), StringComparison.Ordinal);
        Assert.True((await Workspace.VerifyExportAsync(folder, Token)).Ok);
    }

    [Theory]
    [InlineData("/taks", "Did you mean /tasks?")]
    [InlineData("/bud", "Did you mean /budget?")]
    [InlineData("/xyzzy", "/help lists what there is")]
    public async Task Unknown_Command_IsAnsweredUsefully(string text, string said)
    {
        await using var desk = await ChatDesk.StartAsync();
        await desk.SayAsync(text);

        Assert.Contains(said, Assert.Single(desk.Titles), StringComparison.Ordinal);
        Assert.Empty(await desk.ItemsAsync());
    }

    [Theory]
    [InlineData("tasks", "tasks", 0)]
    [InlineData("taks", "tasks", 1)]
    [InlineData("atsks", "tasks", 1)]
    [InlineData("", "why", 3)]
    public void Distance_OfTwoWords_CountsLetters(string left, string right, int wrong) => Assert.Equal(wrong, Nearest.Distance(left, right));

    [Fact]
    public async Task Commands_ThatChangeNothing_AreNotJournalled()
    {
        await using var desk = await ChatDesk.StartAsync();
        var before = desk.Harness.Store.Commits().Count;
        foreach (var command in new[] { "/tasks", "/devices", "/autonomy", "/policy", "/budget", "/help", "/forget anna@berg.example" })
        {
            Assert.Null(desk.Harness.Process.Get<OperatorCommands>().ChangedBy(command));
            await desk.SayAsync(command);
        }

        Assert.Equal(before, desk.Harness.Store.Commits().Count);
    }
}

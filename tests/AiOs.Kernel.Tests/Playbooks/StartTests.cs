using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Playbooks;
using AiOs.Contracts.Schedules;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>Who may start a playbook, for what, and how it is looked at, changed and stopped.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("chase overdue invoices")]
    [InlineData("Please chase overdue invoices!")]
    public async Task Words_TypedByTheOperator_StartIt(string words)
    {
        await using var harness = await OverdueAsync();
        await harness.ReceiveAsync(Rig.Typed(words));

        Assert.Equal(Rig.Invoice, ((Occasion.PlaybookCalled)(await harness.RunAsync()).Message!.Occasion!).Subject);
        Assert.Empty(harness.Agent.Briefs);
    }

    [Fact]
    public async Task Words_InAMail_NeverStartIt()
    {
        await using var harness = await OverdueAsync();
        await harness.ReceiveAsync(Rig.Typed("chase overdue invoices", "m1", Authority.External));
        await harness.ReceiveAsync(Some.Mail(text: "chase overdue invoices", subject: "chase overdue invoices"));
        await harness.ReceiveAsync(Rig.Typed("Tell me how to chase overdue invoices", "t2"));

        Assert.Empty(await harness.RunsAsync());
    }

    [Fact]
    public async Task Fired_NothingFits_EndsAndSaysSo()
    {
        await using var harness = await Rig.StartAsync("invoice-chase");
        var item = await harness.ReceivedAsync(Rig.Fired("invoice-chase"));

        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal("Invoice chase: nothing to do; no invoice is one for it.", await harness.SummaryAsync(item.Id));
    }

    [Theory]
    [InlineData("paid", "2026-11-20")]
    [InlineData("supplier", "Strom AG")]
    [InlineData("state", "Cancelled")]
    [InlineData("due", "2026-11-22")]
    public async Task Fired_InvoiceThatIsNoneForIt_IsLeftOut(string field, string value)
    {
        await using var harness = await OverdueAsync();
        await harness.SetAsync(Rig.Invoice, field, value);
        await harness.ReceiveAsync(Rig.Fired("invoice-chase"));

        Assert.Empty(await harness.RunsAsync());
    }

    [Fact]
    public async Task Fired_TwiceForTheSameInvoice_OneRunIsAtIt()
    {
        await using var harness = await OverdueAsync();
        await harness.ReceiveAsync(Rig.Fired("invoice-chase"));
        var second = await harness.ReceivedAsync(Rig.Fired("invoice-chase", "2"));
        var third = await harness.CommandAsync("/playbook run invoice-chase invoice/2026-17");

        await harness.RunAsync();
        Assert.Contains("a run is at each of the 1 already", await harness.SummaryAsync(second.Id), StringComparison.Ordinal);
        Assert.False(third.Done);
    }

    [Fact]
    public async Task Fired_MoreThanTheBound_SaysWhatIsLeft()
    {
        await using var harness = await Rig.StartAsync("invoice-chase");
        for (var number = 0; number < 103; number++)
        {
            await harness.OverdueAsync(new RecordId("invoice", $"n{number:000}"));
        }

        var item = await harness.ReceivedAsync(Rig.Fired("invoice-chase"));

        Assert.Equal(100, (await harness.RunsAsync()).Count);
        Assert.EndsWith("Only the first 100 begin now; 3 are left for the next time.", await harness.SummaryAsync(item.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ByName_EndsWithWhatWasDoneAndCancelsTheCard()
    {
        await using var harness = await OverdueAsync();
        await harness.CommandAsync("/playbook run invoice-chase");
        var run = await harness.RunAsync();
        await harness.DecideAsync(run);
        await harness.TickAsync(TimeSpan.FromDays(7.1));
        var stopped = await harness.CommandAsync("/playbook stop invoice-chase");

        Assert.True(stopped.Done, stopped.Title);
        var after = await harness.ViewAsync(run.Id);
        Assert.Equal(WorkItemState.Done, after.State);
        Assert.DoesNotContain(after.Approvals, approval => approval.State == "open");
        await harness.LiveAsync(10);
        Assert.Single(harness.Mail.Done);
        Assert.False((await harness.CommandAsync($"/playbook stop {run.Id}")).Done);
    }

    [Fact]
    public async Task Stop_BeforeAnythingWasDone_EndsRejected()
    {
        await using var harness = await OverdueAsync();
        await harness.CommandAsync("/playbook run invoice-chase 2026-17");
        var run = await harness.RunAsync();

        Assert.True((await harness.CommandAsync($"/playbook stop {run.Id}")).Done);
        Assert.Equal(WorkItemState.Rejected, (await harness.ViewAsync(run.Id)).State);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Change_GoodText_IsAskedWithItsDifferencesAndHoldsForNewRunsOnly()
    {
        await using var harness = await OverdueAsync();
        await harness.CommandAsync("/playbook run invoice-chase");
        var changed = Books.Shipped("invoice-chase").Replace("a short reminder", "a gentle reminder", StringComparison.Ordinal);
        var reply = await harness.CommandAsync("/playbook change invoice-chase\n```yaml\n" + changed + "```");

        Assert.Contains(reply.Card!.Blocks, block => block is CardBlock.Diff);
        var item = Assert.Single(await Waiting(harness), view => view.Message?.Occasion is Occasion.PlaybookEdited);
        await harness.DecideAsync(item);
        Assert.Equal(2, (await harness.Process.Journal.LoadAsync(StreamId.Of(new RecordId("playbook", "invoice-chase")), CancellationToken.None)).Version);
        await harness.TickAsync(TimeSpan.FromSeconds(5));
        var run = await harness.RunAsync();
        await harness.DecideAsync(run);
        Assert.Contains("a short reminder", harness.Mail.Done[0].Bytes, StringComparison.Ordinal);
        Assert.Single((await harness.ViewAsync(run.Id)).Approvals);
        await harness.CommandAsync("/playbook stop invoice-chase");
        await harness.CommandAsync("/playbook run invoice-chase");
        await harness.DecideAsync((await harness.RunsAsync())[^1]);
        Assert.Contains("a gentle reminder", harness.Mail.Done[1].Bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_BadText_IsRefusedWithItsLine()
    {
        await using var harness = await OverdueAsync();
        var reply = await harness.CommandAsync("/playbook change invoice-chase version: 1\nname: invoice-chase\ntitle: x\nsteps: 5");

        Assert.False(reply.Done);
        Assert.StartsWith("Nothing was changed. Line 4: The steps must be a list", reply.Title, StringComparison.Ordinal);
        Assert.Empty(await Waiting(harness));
    }

    [Fact]
    public async Task Files_ChangedInChat_StayUntilTheFileChanges()
    {
        await using var harness = await OverdueAsync();
        var mine = Books.Shipped("invoice-chase").Replace("Invoice chase", "My chase", StringComparison.Ordinal);
        await harness.CommandAsync("/playbook change invoice-chase " + mine);
        await harness.DecideAsync(Assert.Single(await Waiting(harness)));
        var again = await LoadAsync(harness, Books.Shipped("invoice-chase"));
        var title = await harness.FieldAsync(new RecordId("playbook", "invoice-chase"), "title");
        var newer = await LoadAsync(harness, Books.Shipped("invoice-chase") + "# newer\n");
        var bad = await LoadAsync(harness, "version: 1\nname: other\n");

        Assert.Equal((true, string.Empty), (again.Accepted, again.Sentence));
        Assert.Equal("My chase", title!.Value);
        Assert.Contains("takes the place of what you had changed", newer.Sentence, StringComparison.Ordinal);
        Assert.Equal("Invoice chase", (await harness.FieldAsync(new RecordId("playbook", "invoice-chase"), "title"))!.Value);
        Assert.Equal((false, 1), (bad.Accepted, bad.Line));
    }

    [Fact]
    public async Task List_OfPlaybooks_ShowsTriggersAndOpenRuns()
    {
        await using var harness = await OverdueAsync();
        await harness.LoadAsync("weekly-content", "lead-follow-up");
        await harness.CommandAsync("/playbook run invoice-chase");
        var list = await harness.CommandAsync("/playbooks");
        var rows = Assert.IsType<CardBlock.Facts>(Assert.Single(list.Blocks)).Rows;
        var show = await harness.CommandAsync("/playbook show invoice-chase");

        Assert.Equal(["invoice-chase", "lead-follow-up", "weekly-content"], rows.Select(row => row.Name));
        Assert.Contains("1 open run", rows[0].Value, StringComparison.Ordinal);
        Assert.Contains("0 0 9 ? * MON", rows[2].Value, StringComparison.Ordinal);
        Assert.Contains(show.Blocks, block => block is CardBlock.Quote quote && quote.Value == Books.Shipped("invoice-chase"));
        Assert.False((await harness.CommandAsync("/playbook show nothing")).Done);
        Assert.False((await harness.CommandAsync("/playbook run nothing")).Done);
        Assert.False((await harness.CommandAsync("/playbook dance")).Done);
        Assert.False((await harness.CommandAsync("/playbook run invoice-chase client/berg")).Done);
        Assert.False((await harness.CommandAsync("/playbook run weekly-content client/berg")).Done);
    }

    [Fact]
    public async Task Schedules_OfPlaybooks_AreListedForTheClock()
    {
        await using var harness = await Rig.StartAsync("invoice-chase", "weekly-content");
        var planned = new List<PlannedSchedule>();
        foreach (var source in harness.Process.Get<IEnumerable<IScheduleSource>>())
        {
            planned.AddRange(await source.FindAsync(CancellationToken.None));
        }

        Assert.Equal(
            new PlannedSchedule("playbook-weekly-content", "0 0 9 ? * MON", FiringKind.Playbook, "weekly-content", CatchUp.Once, "playbook/weekly-content"),
            Assert.Single(planned, static one => one.Kind is FiringKind.Playbook));
    }

    private static Task<ControlOutcome> LoadAsync(KernelHarness harness, string text) => harness.Process.Get<IPlaybooks>().LoadAsync("invoice-chase", text, CancellationToken.None);

    private static async Task<IReadOnlyList<WorkItemView>> Waiting(KernelHarness harness) =>
        [.. (await harness.Desk.RecentAsync(50, before: null, openOnly: true, CancellationToken.None)).Where(view => view.Approvals.Any(approval => approval.State == "open"))];

    private static async Task<KernelHarness> OverdueAsync()
    {
        var harness = await Rig.StartAsync("invoice-chase");
        await harness.OverdueAsync();
        return harness;
    }
}

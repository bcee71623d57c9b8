using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Jobs;
using AiOs.Kernel.Hosting;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Scenarios.Schedules;

/// <summary>The operator says what is to run when, with the real agents; nobody else can.</summary>
public sealed class OperatorSchedulesTests
{
    private const string Wish = "every Monday at 9 chase all the overdue invoices";

    [Fact]
    public async Task Type_EveryMondayAtNine_IsKeptUnaskedAndSaidAgainThen()
    {
        await using var kernel = await StartAsync();
        var item = await kernel.ReceivedAsync(Typed(Wish));

        Assert.Equal((WorkItemState.Done, 0), (item.State, item.Approvals.Count));
        var plan = Assert.Single(await SpokenAsync(kernel));
        Assert.Equal(("0 0 9 ? * MON", "chase all the overdue invoices"), (plan.Cron, plan.Target));
        Assert.Contains("every Monday at 09:00; says “chase all the overdue invoices”; next Mon 2026-11-23 09:00", await ListedAsync(kernel, plan.Name), StringComparison.Ordinal);

        // 22 November 2026 is a Sunday; on Monday it is said, once.
        await RingAsync(kernel, plan.Name);
        kernel.Time.Advance(TimeSpan.FromHours(20));
        await RingAsync(kernel, plan.Name);
        await RingAsync(kernel, plan.Name);
        var said = Assert.Single(await ItemsAsync(kernel), one => one.Channel == ChannelName.Schedule);
        Assert.Equal(("chase all the overdue invoices", Authority.Operator), (said.Message!.Text, said.Authority));

        await kernel.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, CancellationToken.None);
        Assert.Empty(await SpokenAsync(kernel));
    }

    [Fact]
    public async Task Command_AddStopStart_GoTheSameWay()
    {
        await using var kernel = await StartAsync();
        var added = await SayAsync(kernel, "/schedule jeden Werktag um 18:30 den ganzen Tag zusammenfassen");
        Assert.True(added.Done, added.Title);
        var name = Assert.Single(await SpokenAsync(kernel)).Name;

        Assert.True((await SayAsync(kernel, "/schedule stop " + name)).Done);
        Assert.Empty(await SpokenAsync(kernel));
        Assert.Contains("stopped", await ListedAsync(kernel, name), StringComparison.Ordinal);

        kernel.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await SayAsync(kernel, "/schedule start " + name)).Done);
        Assert.Single(await SpokenAsync(kernel));

        Assert.True((await SayAsync(kernel, "/schedule stop journal-verification")).Done);
        Assert.DoesNotContain(await kernel.Process.Get<IFirings>().FindAsync(CancellationToken.None), plan => plan.Name == "journal-verification");
    }

    /// <summary>The same words from somebody else: in a mail, passed on, and pasted.</summary>
    [Theory]
    [InlineData(ContentOrigin.DirectMail, Authority.External)]
    [InlineData(ContentOrigin.InlineForward, Authority.External)]
    [InlineData(ContentOrigin.InlineForward, Authority.Operator)]
    [InlineData(ContentOrigin.Typed, Authority.External)]
    public async Task Read_TheSameWordsFromSomebodyElse_NeverRun(ContentOrigin origin, Authority authority)
    {
        await using var kernel = await StartAsync();
        await kernel.ReceivedAsync(Some.Mail(text: Wish) with
        {
            Authority = authority,
            Content = new MessageContent { Origin = origin, Sender = Some.Anna, Subject = "Please", Text = Wish },
        });

        Assert.Empty(await SpokenAsync(kernel));
    }

    /// <summary>What is said again by the clock must not breed: a schedule of schedules would never end.</summary>
    [Fact]
    public async Task Due_WordsThatAskForASchedule_MakeNone()
    {
        await using var kernel = await StartAsync();
        await kernel.ReceivedAsync(Typed("every Monday at 9 every Monday at 10 chase all the overdue invoices"));
        var plan = Assert.Single(await SpokenAsync(kernel));
        await RingAsync(kernel, plan.Name);
        kernel.Time.Advance(TimeSpan.FromHours(20));
        await RingAsync(kernel, plan.Name);

        Assert.Contains(await ItemsAsync(kernel), one => one.Channel == ChannelName.Schedule);
        Assert.Single(await SpokenAsync(kernel));
    }

    [Fact]
    public void Grants_OfEveryAgent_HoldNoJobAndNoPlaybook()
    {
        var grant = new ExecutionAgent().Grant;

        Assert.False(grant.Proposes(EffectKind.JobRun));
        Assert.False(grant.Proposes(EffectKind.PlaybookStart));
    }

    private static async Task<KernelHarness> StartAsync()
    {
        var kernel = new KernelHarness
        {
            Settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Currency = "EUR" },
            Instead = services => services.AddJobs().AddSingleton<IAgent>(new ExecutionAgent()).AddSingleton<IIntake>(new IntakeAgent()),
        };
        await kernel.OpenAsync();
        return kernel;
    }

    private static InboundMessage Typed(string text) => new()
    {
        Channel = ChannelName.Web,
        Authority = Authority.Operator,
        DedupeKey = text,
        Content = new MessageContent { Origin = ContentOrigin.Typed, Text = text },
    };

    private static Task RingAsync(KernelHarness kernel, string name) => kernel.Process.Get<IFirings>().DealWithAsync(name, TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<PlannedSchedule>> SpokenAsync(KernelHarness kernel) =>
        [.. (await kernel.Process.Get<IFirings>().FindAsync(CancellationToken.None)).Where(plan => plan.Kind is FiringKind.Words)];

    private static Task<CommandReply> SayAsync(KernelHarness kernel, string command) =>
        kernel.Process.Get<ICommands>().RunAsync(command, ChannelName.Web, Some.Operator, TestContext.Current.CancellationToken);

    private static async Task<string> ListedAsync(KernelHarness kernel, string name) =>
        (await SayAsync(kernel, "/schedule")).Blocks.OfType<CardBlock.Facts>().Single().Rows.Single(row => row.Name == name).Value;

    private static Task<IReadOnlyList<WorkItemView>> ItemsAsync(KernelHarness kernel) => kernel.Desk.RecentAsync(50, before: null, openOnly: false, CancellationToken.None);
}

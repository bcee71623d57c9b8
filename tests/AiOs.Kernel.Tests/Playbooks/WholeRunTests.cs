using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Playbooks;

/// <summary>The playbooks that come with the program, run to their ends, also by a host that is killed again and again.</summary>
public sealed class WholeRunTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Leads_NobodyAnswers_AreClosedByYes()
    {
        await using var harness = await LeadAsync();
        await harness.TickAsync(TimeSpan.FromDays(2.9));
        Assert.Empty((await harness.RunAsync()).Approvals);
        await harness.LiveAsync(21, "Yes.");

        Assert.Equal(WorkItemState.Done, (await harness.RunAsync()).State);
        Assert.Equal(2, harness.Mail.Done.Count);
        Assert.Equal("closed", (await harness.FieldAsync(Rig.Client, "state"))!.Value);
    }

    [Fact]
    public async Task Leads_OtherAnswer_StayAsTheyAre()
    {
        await using var harness = await LeadAsync();
        await harness.LiveAsync(23, "Not yet, I will ring them.");

        Assert.Equal(WorkItemState.Done, (await harness.RunAsync()).State);
        Assert.Equal("lead", (await harness.FieldAsync(Rig.Client, "state"))!.Value);
    }

    [Fact]
    public async Task Leads_SomebodyAnswersTheMail_EndsTheRun()
    {
        await using var harness = await LeadAsync();
        await harness.LiveAsync(5);
        var run = await harness.RunAsync();
        await harness.ReplyAsync(run.Id);

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.Contains("somebody answered", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
        Assert.Single(harness.Mail.Done);
    }

    [Theory]
    [InlineData("yes", "published")]
    [InlineData("The pictures are missing.", "brief")]
    public async Task Content_FromMondayToThursday_IsKeptAndReminded(string reminded, string state)
    {
        await using var harness = await Rig.StartAsync("weekly-content");
        await harness.TickAsync(TimeSpan.FromHours(20));
        await harness.ReceiveAsync(Rig.Fired("weekly-content"));
        var run = await harness.RunAsync();
        Assert.Contains("this week's piece", run.Question, StringComparison.Ordinal);
        await harness.AnswerAsync(run.Id, "Why small firms need fewer tools");
        var asset = new RecordId("content-asset", "week-2026-11-23");
        Assert.Equal("Why small firms need fewer tools", (await harness.FieldAsync(asset, "brief"))!.Value);
        await harness.TickAsync(TimeSpan.FromDays(2.9));
        Assert.NotEqual(WorkItemState.NeedsAnswer, (await harness.ViewAsync(run.Id)).State);
        await harness.TickAsync(TimeSpan.FromDays(0.2));
        Assert.Contains("Why small firms need fewer tools", (await harness.ViewAsync(run.Id)).Question, StringComparison.Ordinal);
        await harness.AnswerAsync(run.Id, reminded);

        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(run.Id)).State);
        Assert.Equal(state, (await harness.FieldAsync(asset, "state"))!.Value);
    }

    [Fact]
    public async Task Content_NobodyAnswers_EndsBeforeTheNextMonday()
    {
        await using var harness = await Rig.StartAsync("weekly-content");
        await harness.ReceiveAsync(Rig.Fired("weekly-content"));
        await harness.TickAsync(TimeSpan.FromDays(6.1));
        var run = await harness.RunAsync();

        Assert.Equal(WorkItemState.Done, run.State);
        Assert.Contains("nobody answered topic in time", await harness.SummaryAsync(run.Id), StringComparison.Ordinal);
    }

    /// <summary>The process ends at every commit and call of three weeks, and another one goes on.</summary>
    [Theory]
    [InlineData("invoice-chase")]
    [InlineData("lead-follow-up")]
    public async Task Run_KilledAnywhere_SendsEachMailOnce(string playbook)
    {
        var stories = 0;
        for (var crash = 1; ; crash += Counts.Of(3, 1))
        {
            await using var harness = new KernelHarness { Mail = new ScriptedConnector { OutcomeClass = Contracts.Effects.OutcomeClass.Keyed } };
            if (!await PlayAsync(harness, playbook, crash))
            {
                break;
            }

            stories++;
            var run = await harness.RunAsync();
            Assert.True(run.State is WorkItemState.Done, $"killed at {crash}: {run.State}");
            Assert.True(harness.Mail.Done.Count == 2, $"killed at {crash}: {harness.Mail.Done.Count} mails");
            Assert.Equal(2, harness.Mail.Done.Select(call => call.Key).Distinct().Count());
            Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(run.Id), CancellationToken.None)));
        }

        output.WriteLine($"{stories} stories");
        Assert.True(stories > Counts.Of(10, 30), $"only {stories} stories");
    }

    /// <summary>Whether the process ended at the crossing; whoever was not answered asks again.</summary>
    private static async Task<bool> PlayAsync(KernelHarness harness, string playbook, int crashAt)
    {
        var crashed = false;
        var day = 0;
        while (true)
        {
            try
            {
                await harness.OpenAsync(crashed ? null : crashAt);
                await harness.LoadAsync(playbook);
                if (await harness.FieldAsync(Rig.Client, "state") is null)
                {
                    await harness.OverdueAsync();
                    await harness.SetAsync(Rig.Client, "state", "lead");
                }

                await harness.ReceiveAsync(Rig.Fired(playbook));
                for (; day < 24; day++)
                {
                    await harness.LiveAsync(1, "yes");
                }

                return crashed;
            }
            catch (CrashException)
            {
                crashed = true;
            }
        }
    }

    private static async Task<KernelHarness> LeadAsync()
    {
        var harness = await Rig.StartAsync("lead-follow-up");
        await harness.SetAsync(Rig.Client, "name", "Anna Berg");
        await harness.SetAsync(Rig.Client, "email", "anna@berg.example");
        await harness.SetAsync(Rig.Client, "state", "lead");
        await harness.ReceiveAsync(Rig.Fired("lead-follow-up"));
        return harness;
    }
}

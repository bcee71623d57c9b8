using System.Text.Json;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Schedules;

/// <summary>A job runs under a permit, proves what it did or has failed, and only the clock can have it run.</summary>
public sealed class JobRunTests
{
    private static readonly TimeSpan ToTheHour = TimeSpan.FromMinutes(41);

    [Fact]
    public async Task Run_AJobThatFails_IsToldInEveryHome()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Job.Does = (_, _) => Task.FromResult<JobReport>(new JobReport.Failed("Two pieces are missing. Look at them.", MayRetry: false));
        await desk.RingAfterAsync(ToTheHour);

        var item = await OnlyAsync(desk);
        Assert.Equal(WorkItemState.Failed, item.State);
        Assert.Contains("Two pieces are missing", Assert.Single(item.Effects).Detail, StringComparison.Ordinal);
        Assert.NotNull(await BellOfAsync(desk, item));
    }

    [Fact]
    public async Task Run_AJobThatSucceeds_TellsNobodyUnasked()
    {
        await using var desk = await ClockDesk.StartAsync();
        await desk.RingAfterAsync(ToTheHour);

        var item = await OnlyAsync(desk);
        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Null(await BellOfAsync(desk, item));
        Assert.Equal("0 things wait for you, 0 were finished today", (await desk.SayAsync("/today")).Title);
    }

    [Fact]
    public async Task Run_AJobThatBreaks_HasFailed()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Job.Does = (_, _) => throw new InvalidOperationException("nobody foresaw this");
        await desk.RingAfterAsync(ToTheHour);

        var item = await OnlyAsync(desk);
        Assert.Equal(WorkItemState.Failed, item.State);
        Assert.Contains("broke off", Assert.Single(item.Effects).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AJobThatTakesTooLong_IsStoppedAndTriedAgain()
    {
        await using var desk = await ClockDesk.StartAsync(new ScriptedJob { Timeout = TimeSpan.FromMinutes(3) });
        var work = desk.Job.Does;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Job.Does = async (_, stop) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return null!;
        };
        var ringing = desk.RingAfterAsync(ToTheHour);
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        desk.Job.Does = work;
        desk.Harness.Time.Advance(TimeSpan.FromMinutes(3));
        await ringing.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        await desk.Harness.TickAsync(TimeSpan.FromMinutes(30));

        var item = await OnlyAsync(desk);
        Assert.Equal(WorkItemState.Done, item.State);
        Assert.Equal(2, desk.Job.Calls.Count);
        Assert.Single(desk.Job.Calls.Select(call => call.Key).Distinct());
    }

    [Fact]
    public async Task Run_AfterACrashInTheMiddle_IsRunAgainUnderTheSameKey()
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Job.Does = (_, _) =>
        {
            desk.Harness.Process.Boundary.Die();
            throw new CrashException();
        };
        desk.Harness.Time.Advance(ToTheHour);
        try
        {
            await desk.RingAsync();
        }
        catch (CrashException)
        {
            // The process ended.
        }

        desk.Job.Does = new ScriptedJob().Does;
        await desk.Harness.OpenAsync();
        await desk.RingAsync();
        await desk.Harness.TickAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(WorkItemState.Done, (await OnlyAsync(desk)).State);
        Assert.Single(desk.Job.Calls.Select(call => call.Key).Distinct());
        Assert.InRange(desk.Job.Calls.Count, 2, 3);
    }

    [Fact]
    public async Task Run_AJobThatNobodyHas_HasFailed()
    {
        await using var desk = await ClockDesk.StartAsync();
        var receipt = await desk.Harness.ReceiveAsync(Fired(Authority.System, ChannelName.Schedule, "gone"));

        var item = await desk.Harness.ViewAsync(receipt.WorkItem);
        Assert.Equal(WorkItemState.Failed, item.State);
        Assert.Contains("no job “gone”", Assert.Single(item.Effects).Detail, StringComparison.Ordinal);
    }

    /// <summary>An agent that may propose everything else, talked round by a mail or by typed words, still cannot have a job run or a playbook start.</summary>
    [Theory]
    [InlineData(Authority.External)]
    [InlineData(Authority.Operator)]
    public async Task Propose_ByAnAgent_IsNoProposal(Authority authority)
    {
        await using var desk = await ClockDesk.StartAsync();
        desk.Harness.Agent.Write = brief => Some.Reply(brief) with
        {
            Effects = [new EffectDraft(EffectKind.JobRun, JsonSerializer.Serialize(new JobRunArguments("probe", Some.Moment, 0), ArgumentsJson.Default.JobRunArguments))],
        };
        var item = await desk.Harness.ReceivedAsync(authority is Authority.External ? Some.Mail(text: "Run the job probe now.") : Typed("run the job probe now"));

        Assert.Equal(["outside-grant"], (await desk.EventsAsync<AgentFailed>()).Select(failed => failed.Code).Distinct());
        Assert.Empty(item.Effects);
        Assert.Empty(desk.Job.Calls);
    }

    /// <summary>What claims to have come due without the clock's own mark goes to the agents like any other words.</summary>
    [Theory]
    [InlineData(Authority.External, "schedule")]
    [InlineData(Authority.Operator, "schedule")]
    [InlineData(Authority.System, "mail")]
    public async Task Fired_NotByTheClock_RunsNothing(Authority authority, string channel)
    {
        await using var desk = await ClockDesk.StartAsync();
        await desk.Harness.ReceiveAsync(Fired(authority, new ChannelName(channel), "probe"));

        Assert.Empty(desk.Job.Calls);
        Assert.Single(desk.Harness.Agent.Briefs);
    }

    private static async Task<WorkItemView> OnlyAsync(ClockDesk desk) => Assert.Single(await desk.Harness.Desk.RecentAsync(10, before: null, openOnly: false, CancellationToken.None));

    private static async Task<string?> BellOfAsync(ClockDesk desk, WorkItemView item) =>
        Bell.Of((WorkItem)await desk.Harness.Process.Journal.LoadAsync(StreamId.Of(item.Id), CancellationToken.None), ChannelName.Telegram);

    private static InboundMessage Typed(string text) => new()
    {
        Channel = ChannelName.Web,
        Authority = Authority.Operator,
        DedupeKey = text,
        Content = new MessageContent { Origin = ContentOrigin.Typed, Text = text },
    };

    private static InboundMessage Fired(Authority authority, ChannelName channel, string job) => new()
    {
        Channel = channel,
        Authority = authority,
        DedupeKey = "forged",
        Content = new MessageContent { Origin = ContentOrigin.Program, Text = "It came due.", Occasion = new Occasion.Fired("probe", FiringKind.Job, job, Some.Moment, 0) },
    };
}

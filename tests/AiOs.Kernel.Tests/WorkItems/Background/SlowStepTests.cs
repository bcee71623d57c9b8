using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Kernel.WorkItems.Background;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.WorkItems.Background;

/// <summary>An agent that asks a model holds up nobody, drafts each work item once, and loses none.</summary>
public sealed class SlowStepTests
{
    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact]
    public async Task Receive_AgentThatCallsOut_IsAcknowledgedBeforeItDrafts()
    {
        await using var harness = await KernelHarness.StartAsync();
        var gate = Hold(harness);

        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.Working, item.State);
        Assert.Single(harness.Store.Commits(), commit => commit.Stream == StreamId.Of(item.Id));
        gate.SetResult();
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item.Id)).State);
        Assert.Single(harness.Agent.Briefs);
    }

    [Fact]
    public async Task Receive_AgentThatCallsNobody_IsOneCommitAsEver()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Single(harness.Store.Commits(), commit => commit.Stream == StreamId.Of(item.Id));
    }

    [Fact]
    public async Task WakeUp_WhileItDrafts_DraftsNothingTwiceAndHoldsUpNobody()
    {
        await using var harness = await KernelHarness.StartAsync();
        var gate = Hold(harness);
        var item = await harness.ReceivedAsync();
        await Eventually.TrueAsync(() => harness.Agent.Briefs.Count == 1);

        await harness.TickAsync(TimeSpan.FromSeconds(5));
        await harness.TickAsync(TimeSpan.FromSeconds(5));
        Assert.Single(harness.Agent.Briefs);

        gate.SetResult();
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        Assert.Single(harness.Agent.Briefs);
        Assert.Single((await harness.ViewAsync(item.Id)).Approvals);
    }

    [Fact]
    public async Task Crash_WhileItDrafts_IsTakenUpByTheNextStart()
    {
        await using var harness = await KernelHarness.StartAsync();
        Hold(harness);
        var item = await harness.ReceivedAsync();
        await Eventually.TrueAsync(() => harness.Agent.Briefs.Count == 1);
        harness.Agent.Wait = static _ => Task.CompletedTask;

        await harness.CrashAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Stop_WhileItDrafts_BreaksItOffAndWaitsForItsEnd()
    {
        await using var harness = await KernelHarness.StartAsync();
        Hold(harness);
        var item = await harness.ReceivedAsync();
        await Eventually.TrueAsync(() => harness.Agent.Briefs.Count == 1);
        harness.Agent.Wait = static _ => Task.CompletedTask;

        await harness.RestartAsync();

        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item.Id)).State);
        Assert.Equal(2, harness.Agent.Briefs.Count);
    }

    [Fact]
    public async Task Change_OfADraft_GoesOnBesideAndIsDraftedOnce()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.CallsOut = true;
        var item = await harness.ReceivedAsync();
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        var gate = Hold(harness);

        var outcome = await harness.DecideAsync((await harness.ViewAsync(item.Id)).Approvals[0], DecisionKind.Change, "shorter");

        Assert.Equal(WorkItemState.Working, outcome.Item!.State);
        gate.SetResult();
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        Assert.Equal((2, WorkItemState.AwaitingApproval), (harness.Agent.Briefs.Count, (await harness.ViewAsync(item.Id)).State));
    }

    [Fact]
    public async Task Begin_ThatFails_IsLoggedAndLeavesTheItemDue()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Agent.CallsOut = true;
        harness.Agent.Wait = static _ => throw new Contracts.AiOsException("away") { IsTransient = true };
        var item = await harness.ReceivedAsync();
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        Assert.Equal(WorkItemState.Working, (await harness.ViewAsync(item.Id)).State);

        harness.Agent.Wait = static _ => Task.CompletedTask;
        await harness.TickAsync(TimeSpan.FromSeconds(5));
        await harness.Process.Inbox.RestAsync(item.Id, Token);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item.Id)).State);
    }

    [Fact]
    public async Task Begin_OnItsWay_LooksAgainWhenItIsDone()
    {
        await using var harness = await KernelHarness.StartAsync();
        var slow = harness.Process.Get<SlowSteps>();
        var (runs, first) = (0, new TaskCompletionSource());
        var item = new WorkItemId(Facts.Id(1));
        Func<CancellationToken, Task> run = _ => ++runs == 1 ? first.Task : Task.CompletedTask;
        slow.Begin(item, run);
        slow.Begin(item, run);
        slow.Begin(item, run);
        first.SetResult();
        await slow.RestAsync(item, Token);

        Assert.Equal(2, runs);
        await slow.StopAsync();
        slow.Begin(item, run);
        await slow.RestAsync(item, Token);
        Assert.Equal(2, runs);
    }

    private static TaskCompletionSource Hold(KernelHarness harness)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Agent.CallsOut = true;
        harness.Agent.Wait = stop => gate.Task.WaitAsync(stop);
        return gate;
    }
}

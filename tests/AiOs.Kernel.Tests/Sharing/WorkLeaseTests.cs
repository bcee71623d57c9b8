using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Sharing;

/// <summary>Who works on what, and who takes over.</summary>
public sealed class WorkLeaseTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(6);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wake_AnotherHostIsAtIt_IsLeftUntilItsLeaseEnds()
    {
        await using var harness = TwoHosts.Make();
        var item = await WaitingAsync(harness);
        await harness.Leases.TryTakeAsync("work/" + item, "another", TwoHosts.LeaseTime, Token);
        harness.Process.Workspace.Run();
        await harness.PassAsync(Tick);

        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(item)).State);
        Assert.True(harness.Leases.Refused > 0);
        await harness.UntilAsync(() => StateOf(harness, item) is WorkItemState.Expired, TwoHosts.LeaseTime + Tick);
        await harness.UntilAsync(() => !harness.Leases.Holds("work/" + item), Tick);
    }

    [Fact]
    public async Task Run_ExclusiveStore_AsksForNoLease()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Process.Workspace.Run();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        await harness.PassAsync(Tick);

        Assert.Equal((0, 0), (harness.Leases.Given, harness.Leases.Refused));
        Assert.Single(harness.Mail.Calls);
    }

    [Fact]
    public async Task Run_LeasesAway_StillSendsWhatWasApprovedHere()
    {
        await using var harness = TwoHosts.Make();
        await harness.RunAsync();
        var item = await harness.ReceivedAsync();
        harness.Leases.IsAway = true;
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Equal(WorkItemState.Done, outcome.Item!.State);
        Assert.Single(harness.Mail.Calls);
    }

    [Fact]
    public async Task Call_RunsLongerThanALease_StaysWithItsHost()
    {
        await using var harness = TwoHosts.Make(timeout: TimeSpan.FromMinutes(5));
        var first = await harness.RunAsync();
        await harness.RunAsync();
        var (item, answer) = await CallingAsync(harness, first);
        await harness.PassAsync(TwoHosts.LeaseTime * 3);

        Assert.Single(harness.Mail.Calls);
        Assert.NotNull(await harness.Leases.FindAsync("work/" + item, Token));
        answer.SetResult(null);
        await harness.UntilAsync(() => StateOf(harness, item) is WorkItemState.Done, Tick);
        await harness.UntilAsync(() => !harness.Leases.Holds("work/" + item), Tick);
        Assert.Single(harness.Mail.Calls);
    }

    [Theory]
    [InlineData(OutcomeClass.Keyed)]
    [InlineData(OutcomeClass.Queryable)]
    [InlineData(OutcomeClass.Neither)]
    public async Task Kill_HostWithACallUnderWay_IsConcludedByTheOther(OutcomeClass outcome)
    {
        var deadline = 3 * TwoHosts.LeaseTime;
        await using var harness = TwoHosts.Make(outcome, deadline);
        var first = await harness.RunAsync();
        await harness.RunAsync();
        var (item, answer) = await CallingAsync(harness, first);
        first.Boundary.Die();
        var commits = harness.Store.Commits().Count;
        var took = await harness.UntilAsync(() => harness.Store.Commits().Count > commits, deadline + Tick);

        // Only what may be sent again with the same key is taken up before its deadline.
        Assert.Equal(outcome is OutcomeClass.Keyed, took <= TwoHosts.LeaseTime + Tick);
        Assert.True(outcome is OutcomeClass.Keyed || took >= deadline - TimeSpan.FromSeconds(1), $"It was concluded after {took}.");
        answer.SetResult(null);
        await harness.UntilAsync(() => StateOf(harness, item) is WorkItemState.Done or WorkItemState.OutcomeUnknown, TimeSpan.FromMinutes(10));
        await harness.UntilAsync(() => harness.Mail.Done.Count > 0, Tick);
        Assert.Equal(outcome is OutcomeClass.Keyed ? 2 : 1, harness.Mail.Calls.Count);
        Assert.Single(harness.Mail.Done);
        Assert.Single(harness.Mail.Calls.Select(call => (call.Key, call.Digest)).Distinct());
    }

    [Fact]
    public async Task Stop_HostInGoodOrder_IsKnownToBeGoneAtOnce()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        var incarnation = first.Get<AiOs.Kernel.Hosting.HostState>().Incarnation;

        Assert.NotNull(await harness.Leases.FindAsync("host/" + incarnation, Token));
        await first.DisposeAsync();
        Assert.Null(await harness.Leases.FindAsync("host/" + incarnation, Token));
    }

    private static WorkItemState StateOf(KernelHarness harness, WorkItemId item)
    {
        var state = default(WorkItemState);
        harness.Store.Use(tables => state = tables.WorkItems[item].State);
        return state;
    }

    private static async Task<WorkItemId> WaitingAsync(KernelHarness harness)
    {
        await harness.OpenAsync();
        var item = await harness.ReceivedAsync();
        harness.Time.Advance(item.Approvals[0].ExpiresAt - harness.Time.GetUtcNow());
        return item.Id;
    }

    /// <summary>A mail was approved at a host, and its call hangs.</summary>
    private static async Task<(WorkItemId Item, TaskCompletionSource<EffectResult?> Answer)> CallingAsync(KernelHarness harness, KernelProcess at)
    {
        var answer = new TaskCompletionSource<EffectResult?>(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Mail.Answer = (attempt, _, _) => attempt == 1 ? answer.Task : Task.FromResult<EffectResult?>(null);
        var item = (await at.Inbox.ReceiveAsync(Some.Mail(), Token)).WorkItem;
        var approval = (await at.Desk.FindAsync(item, Token))!.Approvals[0];
        _ = at.Desk.DecideAsync(
            new OperatorDecision { Approval = approval.Id, Kind = DecisionKind.Approve, Digest = approval.Digest, Nonce = approval.Nonce ?? string.Empty, Confirmation = approval.Confirm, Channel = ChannelName.Web, By = Some.Operator },
            Token);
        await harness.UntilAsync(() => harness.Mail.Calls.Count == 1, Tick);
        return (item, answer);
    }
}

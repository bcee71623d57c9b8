using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Ledger;

/// <summary>A freeze holds where the next commit stands, on whichever host it was said.</summary>
public sealed class FreezeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Freeze_OnOneHost_StopsTheNextEffectOnTheOther()
    {
        await using var harness = new KernelHarness { Store = new InMemoryJournalStore { IsExclusive = false } };
        var first = await harness.OpenAsync();
        var second = await harness.OpenAsync();
        var item = await harness.ReceivedAsync();
        await Freezing.AppendAsync(first, new WorkspaceFrozen(ChannelName.Web, "operator"));
        var unaware = second.Journal.Ledger.Frozen;
        var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.Null(unaware);
        Assert.Equal((true, WorkItemState.Working), (outcome.Accepted, outcome.Item!.State));
        Assert.Empty(harness.Mail.Calls);
        Assert.Contains("frozen by operator in web since 2026-11-22T13:19:00.000Z", second.Desk.FrozenBecause, StringComparison.Ordinal);

        await harness.TickAsync(TimeSpan.FromHours(1));
        Assert.Empty(harness.Mail.Calls);
        await Freezing.AppendAsync(first, new WorkspaceResumed(ChannelName.Web, "operator"));
        await Freezing.AppendAsync(second, new WorkspaceResumed(ChannelName.Web, "operator"));
        await harness.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(item.Id)).State);
        Assert.Single(harness.Mail.Calls);
        Assert.Null(second.Desk.FrozenBecause);
    }

    [Fact]
    public async Task Freeze_OnTheSameHost_StillTakesMailAndDecisions()
    {
        await using var harness = await KernelHarness.StartAsync();
        var waiting = await harness.ReceivedAsync();
        await Freezing.AppendAsync(harness.Process, new WorkspaceFrozen(ChannelName.Web, "operator"));
        harness.Agent.Write = _ => Some.Proposal(Some.Note("asked"));
        var note = await harness.ReceivedAsync(Some.Mail(2));
        var rejected = await harness.DecideAsync(waiting.Approvals[0], DecisionKind.Reject);

        Assert.Equal(WorkItemState.Working, note.State);
        Assert.Equal((true, WorkItemState.Rejected), (rejected.Accepted, rejected.Item!.State));
        Assert.DoesNotContain(harness.Store.Commits(), commit => commit.Stream.Value.StartsWith("knowledge/", StringComparison.Ordinal));
        await Freezing.AppendAsync(harness.Process, new WorkspaceResumed(ChannelName.Web, "operator"));
        await harness.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(WorkItemState.Done, (await harness.ViewAsync(note.Id)).State);
    }

    [Fact]
    public async Task Freeze_OverARestart_Holds()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await Freezing.AppendAsync(harness.Process, new WorkspaceFrozen(ChannelName.Web, "operator"));
        await harness.CrashAsync();
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

        Assert.NotNull(harness.Desk.FrozenBecause);
        Assert.Empty(harness.Mail.Calls);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }
}

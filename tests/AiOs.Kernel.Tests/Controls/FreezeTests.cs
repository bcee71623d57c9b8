using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Controls;

/// <summary>A freeze holds before the next effect, on every host that shares the store.</summary>
public sealed class FreezeTests
{
    private static readonly CancellationToken Token = CancellationToken.None;

    [Fact]
    public async Task Freeze_ApprovedMeanwhile_RunsOnlyAfterTheResume()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var frozen = await harness.Process.Get<IControls>().FreezeAsync(ChannelName.Web, Some.Operator, Token);
        var approved = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        var callsWhileFrozen = harness.Mail.Calls.Count;
        var because = harness.Desk.FrozenBecause;
        var resumed = await harness.Process.Get<IControls>().ResumeAsync(ChannelName.Web, Some.Operator, Token);

        Assert.True(frozen.Accepted && approved.Accepted && resumed.Accepted);
        Assert.Equal(0, callsWhileFrozen);
        Assert.Contains("frozen by operator", because, StringComparison.Ordinal);
        Assert.Null(harness.Desk.FrozenBecause);
        Assert.Equal((WorkItemState.Done, 1), ((await harness.ViewAsync(item.Id)).State, harness.Mail.Done.Count));
    }

    [Fact]
    public async Task Freeze_OnAnotherHost_StopsTheNextEffectHere()
    {
        await using var harness = new KernelHarness { Store = new InMemoryJournalStore { IsExclusive = false } };
        var one = await harness.OpenAsync();
        var two = await harness.OpenAsync();
        var id = (await one.Inbox.ReceiveAsync(Some.Mail(), Token)).WorkItem;
        await two.Get<IControls>().FreezeAsync(ChannelName.Web, Some.Operator, Token);
        var card = (await one.Desk.FindAsync(id, Token))!.Approvals[0];
        await one.Desk.DecideAsync(
            new OperatorDecision { Approval = card.Id, Kind = DecisionKind.Approve, Digest = card.Digest, Nonce = card.Nonce!, Channel = ChannelName.Web, By = Some.Operator },
            Token);

        Assert.Empty(harness.Mail.Calls);

        await two.Get<IControls>().ResumeAsync(ChannelName.Web, Some.Operator, Token);

        Assert.Single(harness.Mail.Done);
    }

    [Fact]
    public async Task Freeze_Twice_IsOneEventAndSurvivesARestart()
    {
        await using var harness = await KernelHarness.StartAsync();
        var controls = harness.Process.Get<IControls>();
        await controls.FreezeAsync(ChannelName.Web, Some.Operator, Token);
        var before = harness.Store.Commits().Count;
        await controls.FreezeAsync(ChannelName.Web, "another", Token);
        var commits = harness.Store.Commits().Count;
        await harness.RestartAsync();

        Assert.Equal(before, commits);
        Assert.Contains("frozen by operator", harness.Desk.FrozenBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_NothingFrozen_SaysSo()
    {
        await using var harness = await KernelHarness.StartAsync();

        Assert.Equal("Nothing was frozen.", (await harness.Process.Get<IControls>().ResumeAsync(ChannelName.Web, Some.Operator, Token)).Sentence);
    }
}

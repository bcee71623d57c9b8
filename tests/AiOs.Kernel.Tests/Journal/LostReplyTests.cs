using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Journal;

/// <summary>The store did what it was asked and its answer did not come back.</summary>
public sealed class LostReplyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StoreFault.LostReply)]
    [InlineData(StoreFault.TakenByItself)]
    public async Task Receive_ReplyLost_IsOneWorkItemAndNoFault(StoreFault fault)
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Store.FailNext(fault);
        var first = await harness.ReceiveAsync(Some.Mail());

        Assert.Equal((false, true), (first.Repeated, (await harness.ReceiveAsync(Some.Mail())).Repeated));
        await SoundAsync(harness, commits: 2);
    }

    [Theory]
    [InlineData(StoreFault.LostReply)]
    [InlineData(StoreFault.TakenByItself)]
    public async Task Approve_AnyReplyLost_SendsOnceAndEndsDone(StoreFault fault)
    {
        for (var lost = 0; lost < 2; lost++)
        {
            await using var harness = await KernelHarness.StartAsync();
            var item = await harness.ReceivedAsync();
            harness.Store.FailNext([.. Enumerable.Repeat(StoreFault.None, lost), fault]);
            var outcome = await harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);

            Assert.Equal((true, WorkItemState.Done), (outcome.Accepted, outcome.Item!.State));
            Assert.Single(harness.Mail.Calls);
            await SoundAsync(harness, commits: 4);
        }
    }

    [Theory]
    [InlineData(StoreFault.TransientBefore)]
    [InlineData(StoreFault.TakenByAnother)]
    public async Task Approve_ResultNotTakenAtFirst_IsOfferedAgain(StoreFault fault)
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        harness.Store.FailNext(StoreFault.None, fault);
        var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        for (var turn = 0; turn < 200 && !deciding.IsCompleted; turn++)
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(5, Token);
        }

        Assert.Equal(WorkItemState.Done, (await deciding).Item!.State);
        Assert.Single(harness.Mail.Calls);
        await SoundAsync(harness, commits: 4);
    }

    [Fact]
    public async Task Receive_ReplyLostAndStoreAway_IsToldFailedAndIsARepeatLater()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Store.FailNext(StoreFault.LostReply);
        harness.Store.AfterAppend = _ => harness.Store.IsAway = true;
        var fault = await Assert.ThrowsAsync<AiOsException>(() => harness.ReceiveAsync(Some.Mail()));
        harness.Store.IsAway = false;
        harness.Store.AfterAppend = _ => { };
        var again = await harness.ReceiveAsync(Some.Mail());

        Assert.True(fault.IsTransient && again.Repeated);
        Assert.Equal(WorkItemState.AwaitingApproval, (await harness.ViewAsync(again.WorkItem)).State);
        await SoundAsync(harness, commits: 2);
    }

    [Fact]
    public async Task Start_FirstReplyLost_BeginsOnce()
    {
        await using var harness = new KernelHarness();
        harness.Store.FailNext(StoreFault.LostReply);
        await harness.OpenAsync();

        await SoundAsync(harness, commits: 1);
    }

    [Fact]
    public async Task Append_StoreBroken_IsToldAndNotTakenForDone()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Store.FailNext(StoreFault.Broken);

        Assert.False((await Assert.ThrowsAsync<AiOsException>(() => harness.ReceiveAsync(Some.Mail()))).IsTransient);
        await SoundAsync(harness, commits: 1);
    }

    private static async Task SoundAsync(KernelHarness harness, int commits)
    {
        Assert.Equal(commits, harness.Store.Commits().Count);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
        Assert.True((await harness.Process.Workspace.RebuildAsync(Token)).Same);
        foreach (var row in await harness.Store.ListWorkItemsAsync(10, null, openOnly: false, Token))
        {
            Assert.Empty(History.FaultsIn(await harness.Process.Journal.ReadStreamAsync(StreamId.Of(row.Id), Token)));
        }
    }
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Hosting;

public sealed class WorkspaceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_StoreAwayAtTheStart_TakesUpOldWorkWhenItIsBack()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        harness.Mail.OnCall = _ => harness.Process.Boundary.Die();
        await Assert.ThrowsAsync<CrashException>(() => harness.DecideAsync(item.Approvals[0], DecisionKind.Approve));
        var next = harness.Make();
        await next.Workspace.OpenAsync(Token);
        harness.Store.IsAway = true;
        next.Workspace.Run();
        await Task.Delay(50, Token);
        harness.Store.IsAway = false;
        for (var turn = 0; turn < 500 && (await harness.ViewAsync(item.Id)).State is WorkItemState.Performing; turn++)
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(5, Token);
        }

        Assert.Equal(WorkItemState.OutcomeUnknown, (await harness.ViewAsync(item.Id)).State);
        Assert.True(harness.Time.GetUtcNow() < Some.Moment.AddMinutes(1), "the attempt was over by its deadline, not by its host's end");
    }

    [Fact]
    public async Task Run_Host_KeepsTheHeadWithinASecond()
    {
        await using var harness = await KernelHarness.StartAsync();
        harness.Process.Workspace.Run();
        await harness.ReceiveAsync(Some.Mail());
        await Eventually.TrueAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
            return AiOs.Kernel.Journal.Heads.HeadCodec.Read(harness.Heads.Take()[1]!).Position == 2;
        });
    }

    [Fact]
    public async Task Open_SecondTime_WritesNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        await harness.RestartAsync();
        await harness.RestartAsync();

        Assert.Single(harness.Store.Commits());
    }
}

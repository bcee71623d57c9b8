using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Context;

/// <summary>The operator's word on a category makes another draft as long as nothing has begun, and is kept in any case.</summary>
public sealed class RecategorisedTests
{
    [Fact]
    public async Task Correct_OpenCard_IsDraftedAnewAndTheOldCardIsVoid()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        var old = item.Approvals[^1];

        var said = await CorrectAsync(harness, item.Id, Category.Complaint);
        var late = await harness.DecideAsync(old, DecisionKind.Approve);

        Assert.True(said.Accepted);
        Assert.Equal((2, Category.Complaint), (harness.Agent.Briefs.Count, harness.Agent.Briefs[^1].Intent.Category));
        Assert.Equal(["superseded", "open"], said.Item!.Approvals.Select(approval => approval.State));
        Assert.False(late.Accepted);
        Assert.Empty(harness.Mail.Calls);
    }

    [Fact]
    public async Task Correct_WhatIsDone_IsKeptAndDraftsNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await harness.DecideAsync(item.Approvals[^1], DecisionKind.Approve);

        var said = await CorrectAsync(harness, item.Id, Category.Complaint);

        Assert.True(said.Accepted);
        Assert.Equal((WorkItemState.Done, Category.Complaint), (said.Item!.State, said.Item.Intent!.Category));
        Assert.Single(harness.Agent.Briefs);
        Assert.Single(harness.Mail.Calls);
    }

    [Fact]
    public async Task Correct_Twice_TheSecondTimeSaysSo()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();
        await CorrectAsync(harness, item.Id, Category.Complaint);

        Assert.False((await CorrectAsync(harness, item.Id, Category.Complaint)).Accepted);
        Assert.False((await CorrectAsync(harness, new WorkItemId(Guid.Empty), Category.Complaint)).Accepted);
    }

    [Fact]
    public async Task Correct_ByNobody_ChangesNothing()
    {
        await using var harness = await KernelHarness.StartAsync();
        var item = await harness.ReceivedAsync();

        var said = await harness.Process.Get<ICorrections>().CorrectAsync(item.Id, Category.Complaint, ChannelName.Web, " ", CancellationToken.None);

        Assert.False(said.Accepted);
        Assert.Equal(item.Version, (await harness.ViewAsync(item.Id)).Version);
    }

    private static Task<DecisionOutcome> CorrectAsync(KernelHarness harness, WorkItemId id, Category category) =>
        harness.Process.Get<ICorrections>().CorrectAsync(id, category, ChannelName.Web, Some.Operator, CancellationToken.None);
}

using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Autonomy;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Records;

/// <summary>Two Records of one client become one by the operator's decision alone, and can be told apart again.</summary>
public sealed class MergeTests
{
    private static readonly RecordId Berg = Desk.Client("berg");
    private static readonly RecordId Twin = Desk.Client("twin");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Merge_ApprovedThenUndone_LeadsToTheOtherAndStandsForItselfAgain()
    {
        await using var desk = await TwoAsync();
        var before = (await desk.TextAsync(Berg), await desk.TextAsync(Twin));
        var item = await desk.TypedAsync("merge client/twin into client/berg", Desk.Draft(Desk.Arguments(Berg, 1, ("addresses", Desk.Said("anna@home.example")))), Desk.Merge(Twin, 1, Berg));

        Assert.Equal(WorkItemState.AwaitingApproval, item.State);
        Assert.Equal(before, (await desk.TextAsync(Berg), await desk.TextAsync(Twin)));

        var done = await desk.ApproveAsync(item);
        var joined = await desk.Records.FindAsync(Twin, Token);

        Assert.Equal(WorkItemState.Done, done.State);
        Assert.Equal((Berg, 2L), (joined!.Id, joined.Version));
        Assert.Equal(Berg, Assert.Single(await desk.Records.AboutAsync("anna@home.example", Token)).Id);
        Assert.Equal(["berg"], (await desk.Records.ListAsync("client", null, 10, Token)).Records.Select(record => record.Id.Key));
        Assert.Equal(before.Item2, Told.TextOf((await desk.Records.HistoryAsync(Twin, Token))[0].Fields));

        desk.Harness.Time.Advance(TimeSpan.FromMinutes(1));
        var asked = await desk.Harness.Desk.UndoAsync(item.Id, ChannelName.Web, Some.Operator, Token);
        var undone = await desk.ApproveAsync(asked.Item!);

        Assert.Equal(WorkItemState.Undone, undone.State);
        Assert.Equal(before, (await desk.TextAsync(Berg), await desk.TextAsync(Twin)));
        Assert.Equal(Twin, (await desk.Records.FindAsync(Twin, Token))!.Id);
    }

    /// <summary>An allow-all policy does not merge either: whether two are the same is the operator's to say. A write by the same policy is allowed.</summary>
    [Fact]
    public async Task Merge_PolicyThatAllowsEverythingInternal_StillAsks()
    {
        await using var desk = await TwoAsync();
        var merge = await desk.MailAsync(Desk.Merge(Twin, 1, Berg));
        var write = await desk.MailAsync(Desk.Draft(Desk.Arguments(Twin, 1, ("mood", Desk.Found("good")))));

        Assert.Equal((WorkItemState.AwaitingApproval, 1), (merge.State, merge.Approvals[0].Tier));
        Assert.Equal(WorkItemState.Done, write.State);
        Assert.Null(AutonomyClass.Parse("execution/record.merge/client/none"));
        Assert.NotNull(AutonomyClass.Parse("execution/record.write/client/none"));
    }

    [Fact]
    public async Task Merge_IntoAMergedOneOrAgainOrStale_IsRefused()
    {
        await using var desk = await TwoAsync();
        var third = Desk.Client("third");
        await desk.GiveAsync(Desk.Arguments(third, 0, ("city", Desk.Said("Köln"))));
        var stale = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Twin, 7, Berg)));
        var first = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Twin, 1, Berg)));
        var again = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Twin, 2, third)));
        var ring = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Berg, 1, Twin)));
        var nobody = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(third, 1, Desk.Client("nobody"))));
        var further = await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Berg, 1, third)));

        Assert.All(new[] { stale, again, ring, nobody }, item => Assert.Equal(WorkItemState.Failed, item.State));
        Assert.All(new[] { first, further }, item => Assert.Equal(WorkItemState.Done, item.State));
        Assert.Equal(third, (await desk.Records.FindAsync(Twin, Token))!.Id);
    }

    [Theory]
    [InlineData("client/twin", "client/twin", "not merged into itself")]
    [InlineData("client/twin", "vendor/x", "not merged into a vendor")]
    [InlineData("policy/a", "policy/b", "never merged")]
    public async Task Merge_WhatCannotBeOne_IsAGap(string gone, string stays, string gap)
    {
        await using var desk = await Desk.OpenAsync();
        Assert.True(RecordId.TryParse(gone, out var from));
        Assert.True(RecordId.TryParse(stays, out var into));
        var item = await desk.MailAsync(Desk.Merge(from, 1, into));

        Assert.Equal(WorkItemState.NeedsAnswer, item.State);
        Assert.Contains(gap, item.Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ToAMergedRecord_IsRefused()
    {
        await using var desk = await TwoAsync();
        await desk.ApproveAsync(await desk.MailAsync(Desk.Merge(Twin, 1, Berg)));
        var late = await desk.MailAsync(Desk.Draft(Desk.Arguments(Twin, 2, ("city", Desk.Found("Rom")))));

        Assert.Equal(WorkItemState.Failed, late.State);
        Assert.DoesNotContain("Rom", await desk.TextAsync(Twin), StringComparison.Ordinal);
    }

    /// <summary>The merge is refused as a whole: where the second effect cannot be, what the first one wrote is taken back.</summary>
    [Fact]
    public async Task Merge_SecondEffectRefused_TheWriteIsTakenBack()
    {
        await using var desk = await TwoAsync();
        var before = await desk.TextAsync(Berg);
        var item = await desk.ApproveAsync(await desk.MailAsync(Desk.Draft(Desk.Arguments(Berg, 1, ("mood", Desk.Found("good")))), Desk.Merge(Twin, 9, Berg)));

        Assert.Equal(WorkItemState.Failed, item.State);
        Assert.Equal(before, await desk.TextAsync(Berg));
    }

    private static async Task<Desk> TwoAsync()
    {
        var desk = await Desk.OpenAsync();
        await desk.GiveAsync(Desk.Arguments(Berg, 0, ("name", Desk.Said("Berg")), ("email", Desk.Said("anna@berg.example"))));
        await desk.GiveAsync(Desk.Arguments(Twin, 0, ("name", Desk.Said("Anna Berg")), ("email", Desk.Said("anna@home.example"))));
        return desk;
    }
}

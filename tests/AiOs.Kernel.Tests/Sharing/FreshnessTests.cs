using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Kernel.Controls;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Sharing;

/// <summary>What one host does shows on the other, which is idle.</summary>
public sealed class FreshnessTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Freeze_OnOneHost_ShowsOnTheOtherWithinTwoSeconds()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        var second = await harness.RunAsync();
        await first.Get<FreezeControl>().FreezeAsync(ChannelName.Web, Some.Operator, Token);
        Assert.Null(second.Desk.FrozenBecause);

        await harness.UntilAsync(() => second.Desk.FrozenBecause is not null, Soon);
        await first.Get<FreezeControl>().ResumeAsync(ChannelName.Web, Some.Operator, Token);
        Assert.NotNull(second.Desk.FrozenBecause);
        await harness.UntilAsync(() => second.Desk.FrozenBecause is null, Soon);
    }

    [Fact]
    public async Task Decide_OnOneHost_ShowsOnTheOthersPageAndFeed()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        var second = await harness.RunAsync();
        var item = await harness.ReceivedAsync();
        await first.Desk.FindAsync(item.Id, Token);
        var seen = new List<WorkItemId>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var watching = WatchAsync(first.Desk, seen, stop.Token);
        var feed = first.Get<IJournalFeed>();
        var position = harness.Store.Commits().Count;
        var waiting = feed.WaitAsync(position, Token);

        await harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        Assert.Equal(WorkItemState.AwaitingApproval, (await first.Desk.FindAsync(item.Id, Token))!.State);
        Assert.Same(second, harness.Process);

        await harness.UntilAsync(() => waiting.IsCompleted && seen.Contains(item.Id), Soon);
        Assert.Equal(WorkItemState.Rejected, (await first.Desk.FindAsync(item.Id, Token))!.State);
        Assert.Equal(item.Id.ToString(), (await feed.ReadAsync(position, 9, Token))[0].Stream.Value[5..]);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task Follow_StoreAwayForAWhile_ShowsWhatCameMeanwhile()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        await harness.RunAsync();
        var item = await harness.ReceivedAsync();
        await harness.UntilAsync(() => first.Journal.Known == harness.Store.Commits().Count, Soon);
        await harness.DecideAsync(item.Approvals[0], DecisionKind.Reject);
        harness.Store.IsAway = true;
        await harness.PassAsync(Soon);
        var known = first.Journal.Known;
        harness.Store.IsAway = false;

        Assert.True(known < harness.Store.Commits().Count);
        await harness.UntilAsync(() => first.Journal.Known == harness.Store.Commits().Count, Soon);
        Assert.Equal(WorkItemState.Rejected, (await first.Desk.FindAsync(item.Id, Token))!.State);
    }

    [Fact]
    public async Task Change_ByBothHosts_IsToldOnceByEach()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        var second = await harness.RunAsync();
        var told = new List<StreamId>();
        first.Journal.Changed += state => told.Add(state.Stream);
        var own = (await first.Inbox.ReceiveAsync(Some.Mail(1), Token)).WorkItem;
        await harness.PassAsync(Soon);
        var other = (await second.Inbox.ReceiveAsync(Some.Mail(2), Token)).WorkItem;
        await harness.PassAsync(Soon);

        Assert.Equal([StreamId.Of(own), StreamId.Of(other)], told);
        Assert.Equal(harness.Store.Commits().Count, first.Journal.DurableHead!.Position);
    }

    /// <summary>Nothing is written to the stream of a Record that is forgotten, so only the forgetting itself tells of it.</summary>
    [Fact]
    public async Task Forget_OnOneHost_TakesWhatTheOtherKnowsOfIt()
    {
        await using var harness = TwoHosts.Make();
        var first = await harness.RunAsync();
        var second = await harness.RunAsync();
        var record = new RecordId("client", "berg");
        harness.Agent.Write = brief => Some.Proposal(Some.Client("Köln", expected: brief.Facts.Count));
        await second.Inbox.ReceiveAsync(Some.Mail(), Token);
        await harness.UntilAsync(() => first.Journal.Known == harness.Store.Commits().Count, Soon);
        Assert.NotEmpty((await first.Get<IRecords>().FindAsync(record, Token))!.Fields);

        Assert.True((await second.Get<IForget>().ForgetAsync(Some.Anna.Address, ChannelName.Web, Some.Operator, Token)).Found);
        await harness.UntilAsync(() => first.Journal.Known == harness.Store.Commits().Count, Soon);
        Assert.Empty((await first.Get<IRecords>().FindAsync(record, Token))?.Fields ?? new Dictionary<string, RecordField>());
    }

    [Fact]
    public async Task Open_JoinsOthersWithNoHeadOfItsOwn_IsNotFrozen()
    {
        await using var harness = TwoHosts.Make();
        await harness.RunAsync();
        await harness.ReceiveAsync(Some.Mail());
        harness.Heads.Put(null, null);
        var joined = await harness.RunAsync();
        await harness.UntilAsync(() => harness.Heads.Read().Count == 2, Soon);

        Assert.Null(joined.Desk.DamagedBecause);
    }

    private static async Task WatchAsync(IDesk desk, List<WorkItemId> seen, CancellationToken cancellationToken)
    {
        await foreach (var id in desk.WatchAsync(cancellationToken))
        {
            seen.Add(id);
        }
    }
}

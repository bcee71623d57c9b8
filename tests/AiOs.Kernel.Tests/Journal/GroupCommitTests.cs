using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Kernel.Tests.Journal;

public sealed class GroupCommitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_ManyWaiting_ShareBatches()
    {
        await using var harness = await KernelHarness.StartAsync();
        var before = harness.Store.Batches;
        await TogetherAsync(harness, Enumerable.Range(0, 100).Select(number => (Func<Task>)(() => harness.ReceiveAsync(Some.Mail(number)))));

        Assert.Equal(101, harness.Store.Commits().Count);
        Assert.Equal(2, harness.Store.Batches - before);
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Append_SameStreamInOneBatch_IsDecidedOneAfterTheOther()
    {
        await using var harness = await KernelHarness.StartAsync();
        var versions = new List<long>();
        await TogetherAsync(harness, Enumerable.Range(0, 20).Select(_ => (Func<Task>)(() => harness.Process.Journal.AppendAsync(Note("a", state => versions.Add(state.Version)), Token))));

        Assert.Equal(Enumerable.Range(0, 20).Select(version => (long)version), versions);
    }

    [Fact]
    public async Task Append_TransientFailure_LeavesNothingAndTellsEverybody()
    {
        await using var harness = await KernelHarness.StartAsync();
        var tasks = new List<Task>();
        var writer = new HeldWriter(harness.Store);
        harness.Store.FailNext(StoreFault.None, StoreFault.TransientBefore);
        tasks.Add(harness.ReceiveAsync(Some.Mail(0)));
        await writer.Entered;
        for (var number = 1; number < 10; number++)
        {
            tasks.Add(harness.ReceiveAsync(Some.Mail(number)));
        }

        writer.Release();
        var faults = await Task.WhenAll(tasks.Select(CaughtAsync));

        Assert.Equal(9, faults.OfType<AiOsException>().Count(fault => fault.IsTransient));
        Assert.Equal(2, harness.Store.Commits().Count);
        Assert.Single(await harness.Store.ListWorkItemsAsync(100, null, openOnly: false, Token));
        await harness.ReceiveAsync(Some.Mail(5));
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Append_DecisionThatThrows_HarmsNobodyElse()
    {
        await using var harness = await KernelHarness.StartAsync();
        var bad = new List<Task>();
        await TogetherAsync(
            harness,
            [
                () => harness.ReceiveAsync(Some.Mail(1)),
                () => Aside(bad, harness.Process.Journal.AppendAsync(Note("a", _ => throw new InvalidOperationException("a bug")), Token)),
                () => Aside(bad, harness.Process.Journal.AppendAsync(Note("b", _ => { }) with { Cause = "Köln" }, Token)),
                () => harness.Process.Journal.AppendAsync(Note("c", _ => { }), Token),
            ]);

        Assert.Equal([typeof(InvalidOperationException), typeof(AiOsException)], (await Task.WhenAll(bad.Select(CaughtAsync))).Select(fault => fault?.GetType()));
        Assert.IsType<AppendResult.Appended>(await harness.Process.Journal.AppendAsync(Note("b", _ => { }), Token));
        Assert.True((await harness.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Append_AnotherHostWasFirst_DecidesAgainOnTheFoldedTail()
    {
        await using var harness = new KernelHarness { Store = new InMemoryJournalStore { IsExclusive = false } };
        var one = await harness.OpenAsync();
        var two = await harness.OpenAsync();
        var id = (await one.Inbox.ReceiveAsync(Some.Mail(), Token)).WorkItem;
        var card = (await one.Desk.FindAsync(id, Token))!.Approvals[0];
        var approve = new OperatorDecision { Approval = card.Id, Kind = DecisionKind.Approve, Digest = card.Digest, Channel = ChannelName.Web, By = "two", Nonce = card.Nonce! };
        var accepted = await two.Desk.DecideAsync(approve, Token);
        var refused = await one.Desk.DecideAsync(approve with { Kind = DecisionKind.Reject, By = "one" }, Token);

        Assert.True(accepted.Accepted);
        Assert.Equal((false, WorkItemState.Done), (refused.Accepted, refused.Item!.State));
        Assert.Contains("Approved by two", refused.Sentence, StringComparison.Ordinal);
        Assert.Single(harness.Mail.Done);
        Assert.True((await one.Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Append_TwoHostsAtOnce_NeverFork()
    {
        await using var harness = new KernelHarness { Store = new InMemoryJournalStore { IsExclusive = false } };
        var hosts = new[] { await harness.OpenAsync(), await harness.OpenAsync() };
        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => hosts[number % 2].Inbox.ReceiveAsync(Some.Mail(number / 2), Token))));

        Assert.Equal(100, receipts.Count(receipt => !receipt.Repeated));
        Assert.Equal(101, harness.Store.Commits().Count);
        Assert.True((await hosts[0].Desk.VerifyAsync(Token)).Ok);
    }

    [Fact]
    public async Task Append_AfterTheEnd_IsRefusedAsPassing()
    {
        var harness = await KernelHarness.StartAsync();
        await harness.DisposeAsync();

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => harness.ReceiveAsync(Some.Mail()))).IsTransient);
    }

    private static async Task<Exception?> CaughtAsync(Task task) => await Record.ExceptionAsync(() => task);

    private static Task Aside(List<Task> into, Task task)
    {
        into.Add(task);
        return Task.CompletedTask;
    }

    /// <summary>Holds the writer with the first until all the others wait.</summary>
    private static async Task TogetherAsync(KernelHarness harness, IEnumerable<Func<Task>> appends)
    {
        var writer = new HeldWriter(harness.Store);
        var waiting = new List<Task>();
        foreach (var append in appends)
        {
            waiting.Add(append());
            await writer.Entered;
        }

        writer.Release();
        await Task.WhenAll(waiting);
    }

    private static AppendRequest Note(string key, Action<Aggregate> look) => new()
    {
        Stream = new StreamId("knowledge/" + key),
        Cause = "test",
        Decide = at =>
        {
            look(at.State);
            return [new NoteKept(new EffectId(Guid.Empty)) { Personal = new NoteKept.Words("t", "x") }];
        },
    };
}

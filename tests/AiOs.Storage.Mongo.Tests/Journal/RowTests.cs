using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Storage.Mongo.Tests.Journal;

/// <summary>Projections follow the commits, whoever wrote those and however it ended.</summary>
public sealed class RowTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("work_items")]
    [InlineData("approvals")]
    [InlineData("state")]
    public async Task Read_AfterACrashBetweenCommitAndRows_CatchesUp(string collection)
    {
        await using var server = await Server.StartAsync();
        var (crashing, some) = (server.Host().Journal, new Some());
        await crashing.AppendAsync(some.Opened(), Stop);
        var crash = server.Next("update", collection, new PeerFault.DropBefore());
        var batch = some.Opened(out var item);

        await crashing.AppendAsync(batch, Stop);

        Assert.Equal(1, crash.Struck);
        Assert.Contains(server.Log.All, line => line.Contains("behind position 2", StringComparison.Ordinal));
        foreach (var store in new[] { server.Host().Journal, crashing })
        {
            Assert.Equal(2, (await store.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).Count);
            Assert.Equal(item, await store.FindApprovalAsync(batch.Entries[0].Projections.Approvals[0].Approval, Stop));
        }
    }

    [Fact]
    public async Task Read_OnAHostThatIsBehind_NeverPutsAnOlderRowInTheNewOnesPlace()
    {
        await using var server = await Server.StartAsync();
        var (one, other, some) = (server.Host().Journal, server.Host().Journal, new Some());
        await one.AppendAsync(some.Opened(out var item), Stop);
        await other.ListRecordsAsync(Stop);
        using var gate = new SemaphoreSlim(0);
        var held = server.Next("update", "work_items", new PeerFault.Hold(gate.WaitAsync(Stop)));
        var slow = one.AppendAsync(some.Moved(item, 2), Stop);
        await held.FirstStrike.WaitAsync(Stop);

        await other.AppendAsync(some.Moved(item, 3, finished: true), Stop);
        gate.Release();
        await slow;

        Assert.Equal(WorkItemState.Done, Assert.Single(await one.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).State);
        Assert.Empty(await other.ListDueAsync(DateTimeOffset.MaxValue, 10, Stop));
    }

    [Fact]
    public async Task Replace_Rows_PutsAllInThePlaceOfAll()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        await store.AppendAsync(Some.Group(some.Opened(), some.Opened(), some.Opened()), Stop);
        var rows = new Projections
        {
            WorkItems = [some.Row(some.WorkItem())],
            Records = [new RecordRow(new RecordId("client", "b"), 2), new RecordRow(new RecordId("client", "a"), 1)],
            Ledger = new LedgerRow(3, "{}"),
        };

        await store.ReplaceProjectionsAsync(rows, Stop);

        var read = await server.Host().Journal.ReadProjectionsAsync(Stop);
        Assert.Equal(rows.WorkItems, read.WorkItems);
        Assert.Equal(rows.Records.Reverse(), read.Records);
        Assert.Equal(rows.Ledger, read.Ledger);
        Assert.Empty(read.Approvals);
        Assert.Single(await server.DocumentsAsync("work_items"));
    }

    [Fact]
    public async Task Replace_ThatBreaksOff_LeavesTheOldRows()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        await store.AppendAsync(Some.Group(some.Opened(), some.Opened()), Stop);
        var before = await store.ReadProjectionsAsync(Stop);
        server.Next("update", "state", new PeerFault.DropBefore());

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.ReplaceProjectionsAsync(Projections.None, Stop))).IsTransient);

        Same.Projections(before, await server.Host().Journal.ReadProjectionsAsync(Stop));
        await store.ReplaceProjectionsAsync(Projections.None, Stop);
        Assert.Empty((await server.Host().Journal.ReadProjectionsAsync(Stop)).WorkItems);
    }

    [Fact]
    public async Task Replace_WhileAnotherHostWrites_LosesNoRowOfALaterCommit()
    {
        await using var server = await Server.StartAsync();
        var (one, other, some) = (server.Host().Journal, server.Host().Journal, new Some());
        await one.AppendAsync(some.Opened(), Stop);
        var read = await one.ReadProjectionsAsync(Stop);

        await other.AppendAsync(some.Opened(out var late), Stop);
        await one.ReplaceProjectionsAsync(read with { Ledger = new LedgerRow(1, "{}") }, Stop);

        Assert.Contains(late, (await other.ListWorkItemsAsync(10, before: null, openOnly: false, Stop)).Select(row => row.Id));
    }

    [Fact]
    public async Task Count_OfRows_IsByStateAndCategory()
    {
        await using var server = await Server.StartAsync();
        var (store, some) = (server.Host().Journal, new Some());
        var raw = some.Row(some.WorkItem()) with { Category = null, Done = 2, Unknown = 1 };
        await store.AppendAsync(Some.Group(some.Opened(), some.Opened(), some.With(StreamId.Of(raw.Id), entry => entry with { Projections = new Projections { WorkItems = [raw] } })), Stop);

        var counts = await store.CountAsync(Stop);

        Assert.Equal(2, counts.Count);
        Assert.Equal(new WorkItemCounts(WorkItemState.AwaitingApproval, Category: null, 1, 2, 0, 1), counts.Single(row => row.Category is null));
        Assert.Equal(2, counts.Single(row => row.Category is not null).Count);
        Assert.Equal(3, (await store.ListDueAsync(DateTimeOffset.MaxValue, 10, Stop)).Count);
    }
}

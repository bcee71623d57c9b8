using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>What is derived from commits so that it can be listed and woken.</summary>
public abstract class RowSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task Append_SeveralRowsOfOneId_KeepsTheLast()
    {
        await using var open = await OpenAsync();
        var row = Some.Row(Some.WorkItem(), WorkItemState.Working);
        var record = new RecordId("client", "a");
        var approval = new ApprovalRow(new ApprovalId(Some.Id()), row.Id);
        var last = new Projections
        {
            WorkItems = [row with { State = WorkItemState.Done, WakeAt = null, Done = 1 }],
            Approvals = [approval],
            Records = [new RecordRow(record, 7)],
            Ledger = new LedgerRow(2, "{\"b\":2}"),
        };
        JournalEntry[] batch =
        [
            Some.Alone(StreamId.Workspace) with
            {
                Projections = new Projections
                {
                    WorkItems = [row, row with { State = WorkItemState.Performing }],
                    Approvals = [approval with { WorkItem = Some.WorkItem() }],
                    Records = [new RecordRow(record, 6)],
                    Ledger = new LedgerRow(1, "{\"a\":1}"),
                },
            },
            Some.Alone(StreamId.Workspace, 2) with { Projections = last },
        ];
        await TogetherAsync(open.Journal, batch);

        Same.Projections(last, await open.Journal.ReadProjectionsAsync(Token));
        Assert.Equal(last.Ledger, await open.Journal.ReadLedgerAsync(Token));
    }

    [Fact]
    public async Task FindApproval_KnownAndUnknown_GivesWorkItemOrNothing()
    {
        await using var open = await OpenAsync();
        var entry = Some.Opened(out var id);
        await AppendAsync(open.Journal, entry);

        Assert.Equal(id, await open.Journal.FindApprovalAsync(entry.Projections.Approvals[0].Approval, Token));
        Assert.Null(await open.Journal.FindApprovalAsync(new ApprovalId(Some.Id()), Token));
    }

    [Fact]
    public async Task ListWorkItems_OpenAndFinished_PagesFromTheNewest()
    {
        await using var open = await OpenAsync();
        var ids = new List<WorkItemId>();
        for (var index = 0; index < 6; index++)
        {
            await AppendAsync(open.Journal, Some.Opened(out var id), Some.Moved(id, 2, finished: index % 2 == 0));
            ids.Add(id);
        }

        ids.Reverse();
        Assert.Equal(ids, (await open.Journal.ListWorkItemsAsync(9, null, false, Token)).Select(row => row.Id));
        Assert.Equal(ids.Skip(2).Take(3), (await open.Journal.ListWorkItemsAsync(3, ids[1], false, Token)).Select(row => row.Id));
        Assert.Equal([ids[2], ids[4]], (await open.Journal.ListWorkItemsAsync(9, ids[1], true, Token)).Select(row => row.Id));
    }

    [Fact]
    public async Task ListDue_SomeDue_GivesLongestDueFirst()
    {
        await using var open = await OpenAsync();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000);
        WorkItemRow[] rows =
        [
            Some.Row(Some.WorkItem()) with { WakeAt = now },
            Some.Row(Some.WorkItem()) with { WakeAt = now.AddMilliseconds(1) },
            Some.Row(Some.WorkItem()) with { WakeAt = now.AddDays(-1) },
            Some.Row(Some.WorkItem()) with { WakeAt = null, State = WorkItemState.Done },
        ];
        await AppendAsync(open.Journal, Some.Alone(StreamId.Workspace) with { Projections = new Projections { WorkItems = rows } });

        Assert.Equal([rows[2].Id, rows[0].Id], await open.Journal.ListDueAsync(now, 9, Token));
        Assert.Equal([rows[2].Id], await open.Journal.ListDueAsync(now, 1, Token));
    }

    [Fact]
    public async Task Count_SeveralStates_AddsUpByStateAndCategory()
    {
        await using var open = await OpenAsync();
        var row = Some.Row(Some.WorkItem()) with { State = WorkItemState.Done, WakeAt = null, Done = 2, Failed = 1 };
        WorkItemRow[] rows =
        [
            row,
            row with { Id = Some.WorkItem(), Unknown = 3 },
            row with { Id = Some.WorkItem(), Category = null },
            row with { Id = Some.WorkItem(), State = WorkItemState.Working, Done = 0 },
        ];
        await AppendAsync(open.Journal, Some.Alone(StreamId.Workspace) with { Projections = new Projections { WorkItems = rows } });

        WorkItemCounts[] expected =
        [
            new WorkItemCounts(WorkItemState.Working, Category.Inquiry, 1, 0, 1, 0),
            new WorkItemCounts(WorkItemState.Done, null, 1, 2, 1, 0),
            new WorkItemCounts(WorkItemState.Done, Category.Inquiry, 2, 4, 2, 3),
        ];
        Assert.Equal(expected.ToHashSet(), (await open.Journal.CountAsync(Token)).ToHashSet());
    }

    [Fact]
    public async Task ReadProjections_AfterReplace_GivesTheNewRowsOnlyAndGoesOnFromThere()
    {
        await using var open = await OpenAsync();
        await AppendAsync(open.Journal, Some.Opened(), Some.Opened());
        WorkItemRow[] rows = [.. Enumerable.Range(0, 30).Select(index => Some.Row(Some.WorkItem(), wakeInSeconds: index % 3 == 0 ? null : index))];
        var rebuilt = new Projections
        {
            WorkItems = rows,
            Approvals = [.. rows.Select(row => new ApprovalRow(new ApprovalId(Some.Id()), row.Id))],
            Records = [new RecordRow(new RecordId("client", "a"), 3), new RecordRow(new RecordId("client", "b/c"), 1)],
            Ledger = new LedgerRow(2, "{\"rebuilt\":true}"),
        };

        await open.Journal.ReplaceProjectionsAsync(rebuilt, Token);

        Same.Projections(rebuilt, await open.Journal.ReadProjectionsAsync(Token));
        Assert.Equal(rebuilt.Records, await open.Journal.ListRecordsAsync(Token));
        Assert.Equal(2, (await open.Journal.HeadAsync(Token)).Position);
        await AppendAsync(open.Journal, Some.Opened(out var id));
        Assert.Equal(31, (await open.Journal.ReadProjectionsAsync(Token)).WorkItems.Count);
        Assert.Equal(id, (await open.Journal.ListWorkItemsAsync(1, null, false, Token))[0].Id);
    }
}

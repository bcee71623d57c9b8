using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests;

public sealed class JournalReadTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly Some _some = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Head_EmptyJournal_IsZero()
    {
        await using var open = new OpenStore(_folder);

        Assert.Equal(new JournalHead(0, Digest.Zero), await open.Store.HeadAsync(Token));
        Assert.True(open.Store.IsExclusive);
    }

    [Fact]
    public async Task Head_AfterBatches_IsTheLastCommit()
    {
        await using var open = new OpenStore(_folder);
        var last = Some.Group(_some.Opened(), _some.Opened());
        await open.AppendAsync(last);

        Assert.Equal(new JournalHead(2, last.Commits[1].Hash), await open.Store.HeadAsync(Token));
    }

    [Fact]
    public async Task Read_AfterAppend_GivesEveryColumnAndByteBack()
    {
        await using var open = new OpenStore(_folder);
        var batch = Some.Group(
            _some.Opened(),
            _some.Alone(StreamId.Workspace),
            _some.Alone(StreamId.Of(new RecordId("client", "äö-1"))),
            _some.Alone(StreamId.Of(new MessageId(_some.Id()))),
            _some.Alone(StreamId.OfKnowledge(new EffectId(_some.Id()))),
            _some.Alone(new StreamId("work/NOT-AN-ID")));
        await open.AppendAsync(batch);

        Same.Commits(batch.Commits, await open.AllAsync());
        Same.Commits(batch.Commits.Skip(1).Take(2), await open.Store.ReadAsync(2, 2, Token));
        Assert.Empty(await open.Store.ReadAsync(7, 2, Token));
    }

    [Fact]
    public async Task ReadStream_OfSeveral_GivesItsCommitsInOrder()
    {
        await using var open = new OpenStore(_folder);
        var first = _some.Opened(out var id);
        var batches = new[] { first, _some.Opened(), _some.Moved(id, 2), _some.Opened(), _some.Moved(id, 3) };
        await open.AppendAsync(batches);

        var expected = batches.SelectMany(batch => batch.Commits).Where(commit => commit.Stream == StreamId.Of(id));
        Same.Commits(expected, await open.Store.ReadStreamAsync(StreamId.Of(id), Token));
        Assert.Empty(await open.Store.ReadStreamAsync(StreamId.Of(_some.WorkItem()), Token));
    }

    [Fact]
    public async Task FindDedupe_KnownAndUnknown_GivesStreamOrNothing()
    {
        await using var open = new OpenStore(_folder);
        var batch = _some.Opened(out var id);
        await open.AppendAsync(batch);

        Assert.Equal(StreamId.Of(id), await open.Store.FindDedupeAsync(batch.Commits[0].Dedupe!, Token));
        Assert.Null(await open.Store.FindDedupeAsync(_some.Keyed(), Token));
    }

    [Fact]
    public async Task FindDedupe_NoHash_IsRefused()
    {
        await using var open = new OpenStore(_folder);

        await Assert.ThrowsAsync<ArgumentException>(() => open.Store.FindDedupeAsync("message-id@example.com", Token));
    }

    [Fact]
    public async Task FindKey_KnownAndUnknown_GivesKeyOrNothing()
    {
        await using var open = new OpenStore(_folder);
        var batch = _some.Opened(out var id);
        await open.AppendAsync(batch);

        var found = await open.Store.FindKeyAsync(StreamId.Of(id), Token);
        Assert.Equal(batch.Entries[0].Key!.Wrapped.ToArray(), found!.Wrapped.ToArray());
        Assert.Null(await open.Store.FindKeyAsync(StreamId.Workspace, Token));
    }

    [Fact]
    public async Task ReadKeys_InPages_GivesAllInOrdinalOrder()
    {
        await using var open = new OpenStore(_folder);
        StreamId[] streams =
        [
            .. Enumerable.Range(0, 20).Select(_ => StreamId.Of(_some.WorkItem())),
            .. Enumerable.Range(0, 20).Select(_ => StreamId.OfKnowledge(new EffectId(_some.Id()))),
            .. Enumerable.Range(0, 5).Select(_ => StreamId.Of(new MessageId(_some.Id()))),
            StreamId.Of(new RecordId("client", "a")),
            StreamId.Of(new RecordId("client", "b")),
            StreamId.Workspace,
        ];
        await open.AppendAsync([.. streams.Select(stream => _some.With(stream, entry => entry with { Key = _some.Key(stream) }))]);

        var read = new List<StreamId>();
        for (var page = await open.Store.ReadKeysAsync(null, 7, Token); page.Count > 0; page = await open.Store.ReadKeysAsync(read[^1], 7, Token))
        {
            read.AddRange(page.Select(key => key.Stream));
        }

        Assert.Equal(streams.OrderBy(stream => stream.Value, StringComparer.Ordinal), read);
    }

    [Fact]
    public async Task FindLinked_ByPrefix_GivesNewestFirst()
    {
        await using var open = new OpenStore(_folder);
        var person = _some.Keyed();
        var work = new List<StreamId>();
        for (var index = 0; index < 5; index++)
        {
            await open.AppendAsync(_some.Opened(out var id, person), _some.Opened());
            work.Add(StreamId.Of(id));
        }

        var records = new[] { "record/client/z", "record/client/a", "record/invoice/m" }.Select(name => new StreamId(name)).ToArray();
        foreach (var record in records)
        {
            await open.AppendAsync(_some.With(record, entry => entry with { Links = [new PersonLink(person, record)] }));
        }

        // Said again later: a link is there once and as old as it was.
        await open.AppendAsync(_some.With(StreamId.Workspace, entry => entry with { Links = [new PersonLink(person, records[0])] }));

        Assert.Equal(work.AsEnumerable().Reverse().Take(3), await open.Store.FindLinkedAsync(person, "work/", 3, Token));
        Assert.Equal(records.Reverse(), await open.Store.FindLinkedAsync(person, "record/", 9, Token));
        Assert.Equal([records[1], records[0]], await open.Store.FindLinkedAsync(person, "record/client/", 9, Token));
        Assert.Equal([work[2]], await open.Store.FindLinkedAsync(person, work[2].Value, 9, Token));
        Assert.Equal(work.Count + records.Length, (await open.Store.FindLinkedAsync(person, string.Empty, 99, Token)).Count);
        Assert.Empty(await open.Store.FindLinkedAsync(person, "knowledge/", 9, Token));
        Assert.Empty(await open.Store.FindLinkedAsync(_some.Keyed(), "work/", 9, Token));
    }

    [Fact]
    public async Task FindApproval_KnownAndUnknown_GivesWorkItemOrNothing()
    {
        await using var open = new OpenStore(_folder);
        var batch = _some.Opened(out var id);
        await open.AppendAsync(batch);

        Assert.Equal(id, await open.Store.FindApprovalAsync(batch.Entries[0].Projections.Approvals[0].Approval, Token));
        Assert.Null(await open.Store.FindApprovalAsync(new ApprovalId(_some.Id()), Token));
    }

    [Fact]
    public async Task ListWorkItems_OpenAndFinished_PagesFromTheNewest()
    {
        await using var open = new OpenStore(_folder);
        var ids = new List<WorkItemId>();
        for (var index = 0; index < 6; index++)
        {
            await open.AppendAsync(_some.Opened(out var id), _some.Moved(id, 2, finished: index % 2 == 0));
            ids.Add(id);
        }

        ids.Reverse();
        Assert.Equal(ids, (await open.Store.ListWorkItemsAsync(9, null, false, Token)).Select(row => row.Id));
        Assert.Equal(ids.Skip(2).Take(3), (await open.Store.ListWorkItemsAsync(3, ids[1], false, Token)).Select(row => row.Id));
        Assert.Equal([ids[2], ids[4]], (await open.Store.ListWorkItemsAsync(9, ids[1], true, Token)).Select(row => row.Id));
    }

    [Fact]
    public async Task ListDue_SomeDue_GivesLongestDueFirst()
    {
        await using var open = new OpenStore(_folder);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000);
        WorkItemRow[] rows =
        [
            _some.Row(_some.WorkItem()) with { WakeAt = now },
            _some.Row(_some.WorkItem()) with { WakeAt = now.AddMilliseconds(1) },
            _some.Row(_some.WorkItem()) with { WakeAt = now.AddDays(-1) },
            _some.Row(_some.WorkItem()) with { WakeAt = null, State = WorkItemState.Done },
        ];
        await open.AppendAsync(_some.With(StreamId.Workspace, entry => entry with { Projections = new Projections { WorkItems = rows } }));

        Assert.Equal([rows[2].Id, rows[0].Id], await open.Store.ListDueAsync(now, 9, Token));
        Assert.Equal([rows[2].Id], await open.Store.ListDueAsync(now, 1, Token));
    }

    [Fact]
    public async Task Count_SeveralStates_AddsUpByStateAndCategory()
    {
        await using var open = new OpenStore(_folder);
        var row = _some.Row(_some.WorkItem()) with { State = WorkItemState.Done, WakeAt = null, Done = 2, Failed = 1 };
        WorkItemRow[] rows =
        [
            row,
            row with { Id = _some.WorkItem(), Unknown = 3 },
            row with { Id = _some.WorkItem(), Category = null },
            row with { Id = _some.WorkItem(), State = WorkItemState.Working, Done = 0 },
        ];
        await open.AppendAsync(_some.With(StreamId.Workspace, entry => entry with { Projections = new Projections { WorkItems = rows } }));

        Assert.Equal(
            [
                new WorkItemCounts(WorkItemState.Working, Category.Inquiry, 1, 0, 1, 0),
                new WorkItemCounts(WorkItemState.Done, null, 1, 2, 1, 0),
                new WorkItemCounts(WorkItemState.Done, Category.Inquiry, 2, 4, 2, 3),
            ],
            await open.Store.CountAsync(Token));
    }

    [Fact]
    public async Task ReadProjections_AfterReplace_GivesTheNewRowsOnly()
    {
        await using var open = new OpenStore(_folder);
        await open.AppendAsync(_some.Opened(), _some.Opened());
        WorkItemRow[] rows = [.. Enumerable.Range(0, 30).Select(index => _some.Row(_some.WorkItem(), wakeInSeconds: index % 3 == 0 ? null : index))];
        var rebuilt = new Projections
        {
            WorkItems = rows,
            Approvals = [.. rows.Select(row => new ApprovalRow(new ApprovalId(_some.Id()), row.Id))],
            Records = [new RecordRow(new RecordId("client", "a"), 3), new RecordRow(new RecordId("client", "b/c"), 1)],
        };

        await open.Store.ReplaceProjectionsAsync(rebuilt, Token);

        Same.Projections(rebuilt, await open.Store.ReadProjectionsAsync(Token));
        Assert.Equal(rebuilt.Records, await open.Store.ListRecordsAsync(Token));
        Assert.Equal(2, (await open.Store.HeadAsync(Token)).Position);
    }

    [Fact]
    public async Task Reads_CancelledToken_AreCancelled()
    {
        await using var open = new OpenStore(_folder);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Store.HeadAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Store.AppendAsync(_some.Opened(), cancelled.Token));
        Assert.Equal(0, (await open.Store.HeadAsync(Token)).Position);
    }

    [Fact]
    public void StatesAndCategories_AreStoredByNumber_SoTheirNumbersStay()
    {
        Assert.Equal(
            "Working AwaitingApproval NeedsAnswer Performing OutcomeUnknown Done Rejected Failed Expired",
            string.Join(' ', Enum.GetValues<WorkItemState>().Take(9)));
        Assert.Equal(
            "Other Inquiry ClientRequest InvoiceReceived Payment Meeting Contract Complaint ContentIdea Receipt Newsletter Spam Personal Notification",
            string.Join(' ', Enum.GetValues<Category>().Take(14)));
    }
}

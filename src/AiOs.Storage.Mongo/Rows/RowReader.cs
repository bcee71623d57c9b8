using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Rows;

/// <summary>Reads projection rows, after they were caught up.</summary>
internal sealed class RowReader(MongoPlace place, RowKeeper keeper)
{
    private const int Attempts = 5;

    public async Task<WorkItemId?> FindApprovalAsync(ApprovalId approval, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(Collections.Approvals, new BsonElement("id", approval.ToString()), cancellationToken);
        return await rows.FirstOrDefaultAsync(cancellationToken) is { } row ? RowDocuments.Approval(row).WorkItem : null;
    }

    public async Task<IReadOnlyList<WorkItemRow>> ListWorkItemsAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken)
    {
        var conditions = new BsonDocument();
        conditions.Add("id", () => new BsonDocument("$lt", before!.Value.ToString()), before is not null);
        conditions.Add("wakeAt", () => new BsonDocument("$exists", true), openOnly);
        var rows = await RowsAsync(Collections.WorkItems, conditions, cancellationToken);
        var found = await rows.Sort(new BsonDocument("id", -1)).Limit(count).ToListAsync(cancellationToken);
        return [.. found.Select(RowDocuments.WorkItem)];
    }

    public async Task<IReadOnlyList<WorkItemId>> ListDueAsync(DateTimeOffset now, int count, CancellationToken cancellationToken)
    {
        var due = new BsonElement("wakeAt", new BsonDocument { { "$exists", true }, { "$lte", RowDocuments.At(now) } });
        var rows = await RowsAsync(Collections.WorkItems, due, cancellationToken);
        var found = await rows.Sort(new BsonDocument { { "wakeAt", 1 }, { "id", 1 } }).Limit(count).ToListAsync(cancellationToken);
        return [.. found.Select(row => RowDocuments.WorkItemIdOf(row["id"]))];
    }

    public async Task<IReadOnlyList<WorkItemCounts>> CountAsync(CancellationToken cancellationToken)
    {
        var holds = await keeper.CatchUpAsync(cancellationToken);
        var pipeline = new[]
        {
            new BsonDocument("$match", place.Mine(new BsonElement("generation", holds.Generation))),
            new BsonDocument("$group", new BsonDocument
            {
                { "_id", new BsonDocument { { "state", "$state" }, { "category", "$category" } } },
                { "count", new BsonDocument("$sum", 1) },
                { "done", new BsonDocument("$sum", "$done") },
                { "failed", new BsonDocument("$sum", "$failed") },
                { "unknown", new BsonDocument("$sum", "$unknown") },
            }),
        };
        var groups = await place.In(Collections.WorkItems).Aggregate<BsonDocument>(pipeline, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return [.. groups.Select(Counts).OrderBy(row => row.State).ThenBy(row => row.Category)];
    }

    public async Task<IReadOnlyList<RecordRow>> ListRecordsAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(Collections.Records, await keeper.CatchUpAsync(cancellationToken), cancellationToken)).Select(RowDocuments.Record)];

    public async Task<LedgerRow?> ReadLedgerAsync(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(Collections.Ledger, new BsonElement("id", "ledger"), cancellationToken);
        return await rows.FirstOrDefaultAsync(cancellationToken) is { } row ? RowDocuments.Ledger(row) : null;
    }

    /// <summary>Every row; read again where the rows moved meanwhile, so that all are of one moment.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows.</returns>
    public async Task<Projections> ReadAllAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var holds = await keeper.CatchUpAsync(cancellationToken);
            var ledger = await AllAsync(Collections.Ledger, holds, cancellationToken);
            var read = new Projections
            {
                WorkItems = [.. (await AllAsync(Collections.WorkItems, holds, cancellationToken)).Select(RowDocuments.WorkItem)],
                Approvals = [.. (await AllAsync(Collections.Approvals, holds, cancellationToken)).Select(RowDocuments.Approval)],
                Records = [.. (await AllAsync(Collections.Records, holds, cancellationToken)).Select(RowDocuments.Record)],
                Ledger = ledger is [var row, ..] ? RowDocuments.Ledger(row) : null,
            };
            if (await keeper.CatchUpAsync(cancellationToken) == holds)
            {
                return read;
            }
        }

        throw new Contracts.AiOsException("Other hosts write so much that the projections cannot be read as of one moment; try again.") { IsTransient = true };
    }

    private static WorkItemCounts Counts(BsonDocument group) => new(
        Enum.Parse<WorkItemState>(group["_id"]["state"].AsString),
        group["_id"].AsBsonDocument.GetValue("category", BsonNull.Value) is BsonString category ? Enum.Parse<Category>(category.Value) : null,
        group["count"].ToInt64(),
        group["done"].ToInt64(),
        group["failed"].ToInt64(),
        group["unknown"].ToInt64());

    private Task<List<BsonDocument>> AllAsync(string kind, RowPlace holds, CancellationToken cancellationToken) =>
        place.In(kind).Find(place.Mine(new BsonElement("generation", holds.Generation))).Sort(new BsonDocument("id", 1)).ToListAsync(cancellationToken);

    private Task<IFindFluent<BsonDocument, BsonDocument>> RowsAsync(string kind, BsonElement condition, CancellationToken cancellationToken) =>
        RowsAsync(kind, new BsonDocument(condition), cancellationToken);

    private async Task<IFindFluent<BsonDocument, BsonDocument>> RowsAsync(string kind, BsonDocument conditions, CancellationToken cancellationToken)
    {
        var holds = await keeper.CatchUpAsync(cancellationToken);
        return place.In(kind).Find(place.Mine(new BsonElement("generation", holds.Generation)).AddRange(conditions));
    }
}

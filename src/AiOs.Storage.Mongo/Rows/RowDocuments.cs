using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;

namespace AiOs.Storage.Mongo.Rows;

/// <summary>Projection rows as documents; each has its id in the field <c>id</c>.</summary>
internal static class RowDocuments
{
    public static IReadOnlyList<string> Kinds { get; } = [Collections.WorkItems, Collections.Approvals, Collections.Records, Collections.Ledger];

    public static bool IsEmpty(Projections rows) => rows is { WorkItems.Count: 0, Approvals.Count: 0, Records.Count: 0, Ledger: null };

    /// <summary>All rows, by collection; a collection without rows is left out.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>One array for each collection.</returns>
    public static BsonDocument Of(Projections rows)
    {
        var document = new BsonDocument();
        Add(document, Collections.WorkItems, rows.WorkItems.Select(Of));
        Add(document, Collections.Approvals, rows.Approvals.Select(row => new BsonDocument { { "id", row.Approval.ToString() }, { "workItem", row.WorkItem.ToString() } }));
        Add(document, Collections.Records, rows.Records.Select(row => new BsonDocument { { "id", row.Id.ToString() }, { "version", row.Version } }));
        Add(document, Collections.Ledger, rows.Ledger is { } ledger ? [new BsonDocument { { "id", "ledger" }, { "at", ledger.Position }, { "body", ledger.Body } }] : []);
        return document;
    }

    public static WorkItemRow WorkItem(BsonDocument row) => new(
        WorkItemIdOf(row["id"]),
        Enum.Parse<WorkItemState>(row["state"].AsString),
        row.TryGetValue("category", out var category) ? Enum.Parse<Category>(category.AsString) : null,
        At(row["openedAt"]),
        row.TryGetValue("wakeAt", out var wake) ? At(wake) : null,
        row["done"].ToInt32(),
        row["failed"].ToInt32(),
        row["unknown"].ToInt32());

    public static ApprovalRow Approval(BsonDocument row) => new(new ApprovalId(Guid.ParseExact(row["id"].AsString, "N")), WorkItemIdOf(row["workItem"]));

    public static RecordRow Record(BsonDocument row) => RecordId.TryParse(row["id"].AsString, out var id)
        ? new RecordRow(id, row["version"].ToInt64())
        : throw new FormatException("A Record has no id.");

    public static LedgerRow Ledger(BsonDocument row) => new(row["at"].ToInt64(), row["body"].AsString);

    public static WorkItemId WorkItemIdOf(BsonValue id) => new(Guid.ParseExact(id.AsString, "N"));

    private static BsonDocument Of(WorkItemRow row)
    {
        var document = new BsonDocument { { "id", row.Id.ToString() }, { "state", row.State.ToString() }, { "openedAt", At(row.OpenedAt) } };
        document.Add("category", row.Category.ToString(), row.Category is not null);
        document.Add("wakeAt", () => At(row.WakeAt!.Value), row.WakeAt is not null);
        return document.AddRange(new BsonDocument { { "done", row.Done }, { "failed", row.Failed }, { "unknown", row.Unknown } });
    }

    public static BsonDateTime At(DateTimeOffset instant) => new(instant.ToUnixTimeMilliseconds());

    private static DateTimeOffset At(BsonValue value) => DateTimeOffset.FromUnixTimeMilliseconds(value.AsBsonDateTime.MillisecondsSinceEpoch);

    private static void Add(BsonDocument document, string collection, IEnumerable<BsonDocument> rows)
    {
        var array = new BsonArray(rows);
        document.Add(collection, array, array.Count > 0);
    }
}

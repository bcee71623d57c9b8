using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Rows;

/// <summary>Puts rows in the place of older ones of their id. Each keeps the position that it came from, so that an older one never wins.</summary>
internal sealed class RowWriter(MongoPlace place)
{
    private static readonly BulkWriteOptions Unordered = new() { IsOrdered = false };

    /// <summary>Writes the rows of some commits.</summary>
    /// <param name="commits">Position and rows by collection, in order.</param>
    /// <param name="generation">Which set of rows.</param>
    /// <returns>When they are durable.</returns>
    public Task WriteAsync(IReadOnlyList<(long Position, BsonDocument Rows)> commits, long generation) =>
        Task.WhenAll(RowDocuments.Kinds.Select(kind => WriteAsync(kind, Last(commits, kind), generation)));

    private static Dictionary<string, (long Position, BsonDocument Row)> Last(IReadOnlyList<(long Position, BsonDocument Rows)> commits, string kind)
    {
        var last = new Dictionary<string, (long, BsonDocument)>();
        foreach (var (position, rows) in commits)
        {
            foreach (var row in rows.GetValue(kind, new BsonArray()).AsBsonArray)
            {
                last[row["id"].AsString] = (position, row.AsBsonDocument);
            }
        }

        return last;
    }

    private async Task WriteAsync(string kind, Dictionary<string, (long Position, BsonDocument Row)> rows, long generation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var writes = rows.Values.Select(row => Replace(row.Position, row.Row, generation)).ToList();
        if (await RefusedAsync(kind, writes) is { Count: > 0 } refused)
        {
            // A row that another host made in this moment is there now: where it is older it is replaced, else it refuses again, and rightly.
            await RefusedAsync(kind, refused);
        }
    }

    private async Task<List<ReplaceOneModel<BsonDocument>>> RefusedAsync(string kind, List<ReplaceOneModel<BsonDocument>> writes)
    {
        try
        {
            await place.In(kind).BulkWriteAsync(writes, Unordered);
            return [];
        }
        catch (MongoBulkWriteException<BsonDocument> fault) when (MongoFault.IsDuplicate(fault))
        {
            return [.. fault.WriteErrors.Select(error => writes[error.Index])];
        }
    }

    private ReplaceOneModel<BsonDocument> Replace(long position, BsonDocument row, long generation)
    {
        var id = new BsonDocument { { "w", place.Workspace }, { "g", generation }, { "k", row["id"] } };
        var older = new BsonDocument { { "_id", id }, { "workspace", place.Workspace }, { "position", new BsonDocument("$lt", position) } };
        var whole = new BsonDocument { { "_id", id }, { "workspace", place.Workspace }, { "generation", generation }, { "position", position } };
        return new ReplaceOneModel<BsonDocument>(older, whole.AddRange(row)) { IsUpsert = true };
    }
}

using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Sessions;

/// <summary>Results that wait to be fetched, batch by batch.</summary>
internal sealed class CursorTable
{
    private const int FirstBatch = 101;
    private const int BatchBytes = 16 * 1024 * 1024;

    private readonly Dictionary<long, (string Space, Queue<BsonDocument> Left)> _open = [];
    private long _next = 7_000_000_000;

    public int Count => _open.Count;

    public BsonDocument First(string space, IEnumerable<BsonDocument> results, int? batchSize, bool single)
    {
        var rest = new Queue<BsonDocument>(results);
        var batch = Take(rest, batchSize ?? FirstBatch);
        var id = rest.Count == 0 || single ? 0 : _next++;
        if (id != 0)
        {
            _open[id] = (space, rest);
        }

        return Reply("firstBatch", id, space, batch);
    }

    public BsonDocument More(long id, string space, int? batchSize)
    {
        if (!_open.TryGetValue(id, out var cursor) || cursor.Space != space)
        {
            throw new MongoFault(43, $"cursor id {id} not found");
        }

        var batch = Take(cursor.Left, batchSize is null or 0 ? int.MaxValue : batchSize.Value);
        if (cursor.Left.Count == 0)
        {
            _open.Remove(id);
            id = 0;
        }

        return Reply("nextBatch", id, space, batch);
    }

    public bool Kill(long id) => _open.Remove(id);

    private static BsonArray Take(Queue<BsonDocument> rest, int most)
    {
        var batch = new BsonArray();
        var bytes = 0;
        while (rest.Count > 0 && batch.Count < most)
        {
            bytes += rest.Peek().ToBson().Length;
            if (bytes > BatchBytes && batch.Count > 0)
            {
                break;
            }

            batch.Add(rest.Dequeue());
        }

        return batch;
    }

    private static BsonDocument Reply(string name, long id, string space, BsonArray batch) => new()
    {
        { "cursor", new BsonDocument { { name, batch }, { "id", id }, { "ns", space } } },
        { "ok", 1.0 },
    };
}

using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>A sort: by each field in turn; of an array its least element counts upwards and its greatest downwards.</summary>
internal sealed class SortOrder : IComparer<BsonDocument>
{
    private readonly IReadOnlyList<(BsonPath Path, int Sign)> _fields;

    private SortOrder(IReadOnlyList<(BsonPath Path, int Sign)> fields, IReadOnlyList<(int At, string Meta)> metas)
    {
        _fields = fields;
        Metas = metas;
    }

    /// <summary>The places in the sort where a score counts, highest first.</summary>
    public IReadOnlyList<(int At, string Meta)> Metas { get; }

    /// <summary>The fields in turn, each upwards (1), downwards (-1) or by a score (0).</summary>
    public IReadOnlyList<(BsonPath Path, int Sign)> Fields => _fields;

    public static SortOrder Parse(BsonDocument spec)
    {
        List<(BsonPath, int)> fields = [];
        List<(int, string)> metas = [];
        foreach (var field in spec)
        {
            if (field.Value is BsonDocument meta && meta.TryGetValue("$meta", out var name))
            {
                metas.Add((fields.Count, name.AsString));
                fields.Add((new BsonPath(field.Name), 0));
            }
            else
            {
                fields.Add((new BsonPath(field.Name), Direction(field)));
            }
        }

        return new SortOrder(fields, metas);
    }

    public int Compare(BsonDocument? x, BsonDocument? y) => CompareKeys(KeyOf(x!, EvalScope.Empty), KeyOf(y!, EvalScope.Empty));

    /// <summary>Sorts stably; the keys are taken once.</summary>
    public IEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, EvalScope> scopeOf) =>
        items.Select(item => (Item: item, Key: scopeOf(item) is var scope ? KeyOf(scope.Root, scope) : []))
            .OrderBy(pair => pair.Key, Comparer<BsonValue[]>.Create(CompareKeys))
            .Select(pair => pair.Item);

    private static int Direction(BsonElement field)
    {
        var sign = MongoNumber.Is(field.Value) ? field.Value.ToDouble() : 0;
        return sign switch
        {
            1 => 1,
            -1 => -1,
            _ => throw MongoFault.BadValue($"$sort key ordering must be 1 (for ascending) or -1 (for descending): {field.Name}"),
        };
    }

    private int CompareKeys(BsonValue[] left, BsonValue[] right)
    {
        for (var at = 0; at < left.Length; at++)
        {
            if (BsonOrder.Instance.Compare(left[at], right[at]) is not 0 and var order)
            {
                return _fields[at].Sign == 1 ? order : -order;
            }
        }

        return 0;
    }

    private BsonValue[] KeyOf(BsonDocument document, EvalScope scope)
    {
        var key = _fields.Select(field => field.Sign == 0 ? BsonNull.Value : KeyPart(document, field.Path, field.Sign)).ToArray();
        foreach (var (at, meta) in Metas)
        {
            key[at] = scope.Meta.TryGetValue(meta, out var score)
                ? score
                : throw new MongoFault(40218, $"query requires {(meta == "textScore" ? "text score" : meta)} metadata, but it is not available");
        }

        return key;
    }

    private static BsonValue KeyPart(BsonDocument document, BsonPath path, int sign)
    {
        var ends = path.Ends(document).SelectMany<BsonValue?, BsonValue>(end => end switch
        {
            null => [BsonNull.Value],
            BsonArray { Count: 0 } => [BsonUndefined.Value],
            BsonArray array => array,
            _ => [end],
        }).ToList();
        return ends.Count == 0 ? BsonNull.Value : sign > 0 ? ends.Min(BsonOrder.Instance)! : ends.Max(BsonOrder.Instance)!;
    }
}

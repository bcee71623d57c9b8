using AiOs.Testing.Mongo.Filters;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>How far an index narrows a filter: by equal leading fields and a range on the next.</summary>
internal sealed record IndexScan(CollectionIndex Index, IReadOnlyList<BsonValue> Low, IReadOnlyList<BsonValue> High)
{
    /// <summary>Two for each equal field, one for each end of a range.</summary>
    public int Worth => Low.Count + High.Count;

    public static IndexScan Of(CollectionIndex index, IReadOnlyList<FilterBound> bounds)
    {
        List<BsonValue> low = [], high = [];
        foreach (var path in index.Paths)
        {
            var mine = bounds.Where(bound => bound.Path == path.Text).ToList();
            if (mine.Find(bound => bound.Side == BoundSide.Equal) is { } equal)
            {
                low.Add(equal.Value);
                high.Add(equal.Value);
                continue;
            }

            low.AddRange(mine.Where(bound => bound.Side == BoundSide.AtLeast).Take(1).Select(bound => bound.Value));
            // Two elements of one array may satisfy one end each: then only one end narrows.
            var ends = index.IsMultikey && low.Count > high.Count ? 0 : 1;
            high.AddRange(mine.Where(bound => bound.Side == BoundSide.AtMost).Take(ends).Select(bound => bound.Value));
            break;
        }

        return new IndexScan(index, low, high);
    }

    public IReadOnlyList<long> Numbers() => [.. Index.Numbers(Low, High)];
}

using AiOs.Testing.Mongo.Aggregation;
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

    /// <summary>How many leading fields are held to one value.</summary>
    private int Equal => Low.Zip(High).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();

    public IEnumerable<long> Numbers(bool backwards) => Index.Numbers(Low, High, backwards);

    /// <summary>1 or -1 when reading the index forwards or backwards gives the order; 0 when it does not.</summary>
    public int Gives(SortOrder order)
    {
        var held = Index.Paths.Take(Equal).Select(path => path.Text).ToList();
        var wanted = order.Fields.Where(field => !held.Contains(field.Path.Text)).ToList();
        var gives = !Index.IsMultikey
            && order.Metas.Count == 0
            && wanted.Count > 0
            && wanted.TrueForAll(field => field.Sign == wanted[0].Sign)
            && wanted.Select(field => field.Path.Text).SequenceEqual(Index.Paths.Skip(Equal).Take(wanted.Count).Select(path => path.Text));
        return gives ? wanted[0].Sign : 0;
    }
}

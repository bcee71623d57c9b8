using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>One key of one document in an index, ordered by key and then by natural order.</summary>
internal sealed record IndexEntry(IReadOnlyList<BsonValue> Key, long Number) : IComparable<IndexEntry>
{
    public static int CompareKeys(IReadOnlyList<BsonValue> left, IReadOnlyList<BsonValue> right)
    {
        for (var at = 0; at < left.Count; at++)
        {
            if (BsonOrder.Instance.Compare(left[at], right[at]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    public int CompareTo(IndexEntry? other)
    {
        var order = CompareKeys(Key, other!.Key);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}

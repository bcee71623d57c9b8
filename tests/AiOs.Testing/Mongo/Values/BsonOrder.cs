using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>The server's order of all values: by kind first, then within the kind; numbers of all widths are one kind.</summary>
internal sealed class BsonOrder : IComparer<BsonValue>, IEqualityComparer<BsonValue>
{
    public static BsonOrder Instance { get; } = new();

    /// <summary>Which kind a value is of. Only values of one kind answer to greater and less.</summary>
    public static int Kind(BsonValue value) => value.BsonType switch
    {
        BsonType.MinKey => -1,
        BsonType.Undefined => 0,
        BsonType.Null => 5,
        BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128 => 10,
        BsonType.String or BsonType.Symbol => 15,
        BsonType.Document => 20,
        BsonType.Array => 25,
        BsonType.Binary => 30,
        BsonType.ObjectId => 35,
        BsonType.Boolean => 40,
        BsonType.DateTime => 45,
        BsonType.Timestamp => 47,
        BsonType.RegularExpression => 50,
        BsonType.JavaScript => 60,
        BsonType.JavaScriptWithScope => 65,
        BsonType.MaxKey => 127,
        _ => 100,
    };

    public int Compare(BsonValue? x, BsonValue? y)
    {
        var (left, right) = (x ?? BsonNull.Value, y ?? BsonNull.Value);
        var kind = Kind(left).CompareTo(Kind(right));
        return kind != 0 ? kind : WithinKind(left, right);
    }

    public bool Equals(BsonValue? x, BsonValue? y) => Compare(x, y) == 0;

    public int GetHashCode(BsonValue obj) => Kind(obj) switch
    {
        10 => MongoNumber.ToDouble(obj).GetHashCode(),
        15 => Text(obj).GetHashCode(StringComparison.Ordinal),
        30 => HashOf(obj.AsBsonBinaryData.Bytes),
        35 or 40 or 45 or 47 => obj.GetHashCode(),
        20 => obj.AsBsonDocument.ElementCount,
        25 => obj.AsBsonArray.Count,
        var kind => kind,
    };

    private static int WithinKind(BsonValue left, BsonValue right) => Kind(left) switch
    {
        10 => MongoNumber.Compare(left, right),
        15 => CompareText(Text(left), Text(right)),
        20 => CompareDocuments(left.AsBsonDocument, right.AsBsonDocument),
        25 => CompareArrays(left.AsBsonArray, right.AsBsonArray),
        30 => CompareBinary(left.AsBsonBinaryData, right.AsBsonBinaryData),
        35 => left.AsObjectId.CompareTo(right.AsObjectId),
        40 => left.AsBoolean.CompareTo(right.AsBoolean),
        45 => left.AsBsonDateTime.MillisecondsSinceEpoch.CompareTo(right.AsBsonDateTime.MillisecondsSinceEpoch),
        47 => left.AsBsonTimestamp.Value.CompareTo(right.AsBsonTimestamp.Value),
        50 => CompareRegex(left.AsBsonRegularExpression, right.AsBsonRegularExpression),
        60 => CompareText(left.AsBsonJavaScript.Code, right.AsBsonJavaScript.Code),
        65 => CompareText(left.AsBsonJavaScriptWithScope.Code, right.AsBsonJavaScriptWithScope.Code),
        _ => 0,
    };

    private static string Text(BsonValue value) => value is BsonSymbol symbol ? symbol.Name : value.AsString;

    /// <summary>UTF-8 byte order, which is the order of code points, not of UTF-16 units.</summary>
    private static int CompareText(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var at = 0; at < length; at++)
        {
            if (left[at] != right[at])
            {
                return Point(left[at]).CompareTo(Point(right[at]));
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Point(char unit) => unit switch
    {
        >= '\uE000' => unit - 0x800,
        >= '\uD800' => unit + 0x2000,
        _ => unit,
    };

    private static int CompareDocuments(BsonDocument left, BsonDocument right)
    {
        for (var at = 0; at < Math.Min(left.ElementCount, right.ElementCount); at++)
        {
            var (one, other) = (left.GetElement(at), right.GetElement(at));
            var order = Kind(one.Value).CompareTo(Kind(other.Value));
            order = order != 0 ? order : CompareText(one.Name, other.Name);
            order = order != 0 ? order : WithinKind(one.Value, other.Value);
            if (order != 0)
            {
                return order;
            }
        }

        return left.ElementCount.CompareTo(right.ElementCount);
    }

    private static int CompareArrays(BsonArray left, BsonArray right)
    {
        for (var at = 0; at < Math.Min(left.Count, right.Count); at++)
        {
            if (Instance.Compare(left[at], right[at]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private static int CompareBinary(BsonBinaryData left, BsonBinaryData right)
    {
        var order = left.Bytes.Length.CompareTo(right.Bytes.Length);
        order = order != 0 ? order : ((byte)left.SubType).CompareTo((byte)right.SubType);
        return order != 0 ? order : left.Bytes.AsSpan().SequenceCompareTo(right.Bytes);
    }

    private static int CompareRegex(BsonRegularExpression left, BsonRegularExpression right)
    {
        var order = CompareText(left.Pattern, right.Pattern);
        return order != 0 ? order : CompareText(left.Options, right.Options);
    }

    private static int HashOf(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}

using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>The server's names and numbers of its types, as $type takes and gives them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, BsonType> ByName = new()
    {
        ["double"] = BsonType.Double,
        ["string"] = BsonType.String,
        ["object"] = BsonType.Document,
        ["array"] = BsonType.Array,
        ["binData"] = BsonType.Binary,
        ["undefined"] = BsonType.Undefined,
        ["objectId"] = BsonType.ObjectId,
        ["bool"] = BsonType.Boolean,
        ["date"] = BsonType.DateTime,
        ["null"] = BsonType.Null,
        ["regex"] = BsonType.RegularExpression,
        ["javascript"] = BsonType.JavaScript,
        ["symbol"] = BsonType.Symbol,
        ["javascriptWithScope"] = BsonType.JavaScriptWithScope,
        ["int"] = BsonType.Int32,
        ["timestamp"] = BsonType.Timestamp,
        ["long"] = BsonType.Int64,
        ["decimal"] = BsonType.Decimal128,
        ["minKey"] = BsonType.MinKey,
        ["maxKey"] = BsonType.MaxKey,
    };

    private static readonly Dictionary<BsonType, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(BsonValue? value) => value is null ? "missing" : ByType[value.BsonType];

    /// <summary>The types that one alias or number means; "number" means four.</summary>
    public static IReadOnlyList<BsonType> Read(BsonValue alias)
    {
        if (alias is BsonString { Value: "number" })
        {
            return [BsonType.Double, BsonType.Int32, BsonType.Int64, BsonType.Decimal128];
        }

        if (alias is BsonString name)
        {
            return ByName.TryGetValue(name.Value, out var type) ? [type] : throw MongoFault.BadValue($"Unknown type name alias: {name.Value}");
        }

        if (!MongoNumber.Is(alias))
        {
            throw MongoFault.TypeMismatch("type must be represented as a number or a string");
        }

        var number = alias.ToInt32();
        var found = number switch
        {
            -1 => BsonType.MinKey,
            127 => BsonType.MaxKey,
            _ => (BsonType)number,
        };
        return ByType.ContainsKey(found) ? [found] : throw MongoFault.BadValue($"Invalid numerical type code: {number}");
    }
}

using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Comparisons of expressions: over all types, and what is missing is below all.</summary>
internal static class ComparisonOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$eq"] = value => Compare("$eq", value, order => order == 0),
        ["$ne"] = value => Compare("$ne", value, order => order != 0),
        ["$gt"] = value => Compare("$gt", value, order => order > 0),
        ["$gte"] = value => Compare("$gte", value, order => order >= 0),
        ["$lt"] = value => Compare("$lt", value, order => order < 0),
        ["$lte"] = value => Compare("$lte", value, order => order <= 0),
        ["$cmp"] = value => Compare("$cmp", value, order => Math.Sign(order)),
    };

    private static Expression Compare(string name, BsonValue value, Func<int, BsonValue> test)
    {
        var sides = ExpressionParser.Arguments(name, value, 2, 2);
        return scope => test(BsonOrder.Instance.Compare(sides[0](scope) ?? BsonUndefined.Value, sides[1](scope) ?? BsonUndefined.Value));
    }
}

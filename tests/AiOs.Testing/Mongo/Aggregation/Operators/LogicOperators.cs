using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Operators that decide.</summary>
internal static class LogicOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$and"] = value => Every(ExpressionParser.Arguments("$and", value, 0, int.MaxValue)),
        ["$or"] = value => Some(ExpressionParser.Arguments("$or", value, 0, int.MaxValue)),
        ["$not"] = value => Not(ExpressionParser.Arguments("$not", value, 1, 1)[0]),
        ["$cond"] = Cond,
        ["$ifNull"] = IfNull,
        ["$switch"] = Switch,
    };

    private static Expression Every(Expression[] parts) => scope => Array.TrueForAll(parts, part => Truth.Of(part(scope)));

    private static Expression Some(Expression[] parts) => scope => Array.Exists(parts, part => Truth.Of(part(scope)));

    private static Expression Not(Expression part) => scope => !Truth.Of(part(scope));

    private static Expression Cond(BsonValue value)
    {
        if (value is BsonDocument named && named.Names.FirstOrDefault(name => name is not ("if" or "then" or "else")) is { } odd)
        {
            throw new MongoFault(17083, $"Unrecognized parameter to $cond: {odd}");
        }

        if (value is BsonDocument parts && parts.ElementCount != 3)
        {
            throw new MongoFault(17080, "Missing 'if', 'then' or 'else' parameter to $cond");
        }

        var three = value is BsonDocument document
            ? new[] { document["if"], document["then"], document["else"] }.Select(ExpressionParser.Parse).ToArray()
            : ExpressionParser.Arguments("$cond", value, 3, 3);
        return scope => Truth.Of(three[0](scope)) ? three[1](scope) : three[2](scope);
    }

    private static Expression IfNull(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$ifNull", value, 2, int.MaxValue);
        return scope => parts.Select(part => part(scope)).FirstOrDefault(found => found is not (null or BsonNull or BsonUndefined)) ?? parts[^1](scope);
    }

    private static Expression Switch(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var branches = spec["branches"].AsBsonArray
            .Select(branch => (Case: ExpressionParser.Parse(branch["case"]), Then: ExpressionParser.Parse(branch["then"])))
            .ToArray();
        var otherwise = spec.TryGetValue("default", out var given) ? ExpressionParser.Parse(given) : null;
        return scope =>
        {
            var hit = Array.FindIndex(branches, branch => Truth.Of(branch.Case(scope)));
            return hit >= 0 ? branches[hit].Then(scope)
                : otherwise is not null ? otherwise(scope)
                : throw new MongoFault(40066, "$switch could not find a matching branch for an input, and no default was specified.");
        };
    }
}

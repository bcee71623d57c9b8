using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Operators;

/// <summary>Operators on whole values: literals, variables, types, documents, and what a search said.</summary>
internal static class ShapeOperators
{
    public static IReadOnlyDictionary<string, Func<BsonValue, Expression>> All { get; } = new Dictionary<string, Func<BsonValue, Expression>>
    {
        ["$literal"] = value => _ => value,
        ["$const"] = value => _ => value,
        ["$let"] = Let,
        ["$type"] = value => ExpressionParser.Arguments("$type", value, 1, 1) is var part ? scope => TypeNames.Of(part[0](scope)) : null!,
        ["$isNumber"] = value => ExpressionParser.Arguments("$isNumber", value, 1, 1) is var part ? scope => part[0](scope) is { } found && MongoNumber.Is(found) : null!,
        ["$mergeObjects"] = Merge,
        ["$objectToArray"] = Pairs,
        ["$getField"] = GetField,
        ["$binarySize"] = value => Measure("$binarySize", value, found => found is BsonBinaryData binary ? binary.Bytes.Length : System.Text.Encoding.UTF8.GetByteCount(found.AsString)),
        ["$bsonSize"] = value => Measure("$bsonSize", value, found => found.AsBsonDocument.ToBson().Length),
        ["$meta"] = Meta,
    };

    private static Expression Let(BsonValue value)
    {
        var spec = value.AsBsonDocument;
        var variables = spec["vars"].AsBsonDocument.Select(variable => (variable.Name, Value: ExpressionParser.Parse(variable.Value))).ToArray();
        var body = ExpressionParser.Parse(spec["in"]);
        return scope => body(variables.Aggregate(scope, (inner, variable) => inner.With(variable.Name, variable.Value(scope) ?? BsonNull.Value)));
    }

    private static Expression Merge(BsonValue value)
    {
        var parts = ExpressionParser.Arguments("$mergeObjects", value, 0, int.MaxValue);
        return scope =>
        {
            var merged = new BsonDocument();
            foreach (var found in parts.Select(part => part(scope)).Where(found => found is not (null or BsonNull)))
            {
                merged.Merge(
                    found as BsonDocument ?? throw new MongoFault(40400, $"$mergeObjects requires object inputs, but input {found} is of type {TypeNames.Of(found)}"),
                    overwriteExistingElements: true);
            }

            return merged;
        };
    }

    private static Expression Pairs(BsonValue value)
    {
        var part = ExpressionParser.Arguments("$objectToArray", value, 1, 1)[0];
        return scope => part(scope) switch
        {
            BsonDocument document => new BsonArray(document.Select(field => new BsonDocument { { "k", field.Name }, { "v", field.Value } })),
            null or BsonNull => BsonNull.Value,
            var other => throw new MongoFault(40390, $"$objectToArray requires a document input, found: {TypeNames.Of(other)}"),
        };
    }

    private static Expression GetField(BsonValue value)
    {
        var whole = value is BsonDocument { ElementCount: 2 } spec && spec.Contains("field");
        var name = ExpressionParser.Parse(whole ? value["field"] : value);
        var input = whole ? ExpressionParser.Parse(value["input"]) : scope => scope.Root;
        return scope => name(scope) is BsonString field && input(scope) is BsonDocument document && document.TryGetValue(field.Value, out var found) ? found : null;
    }

    private static Expression Measure(string name, BsonValue value, Func<BsonValue, BsonValue> size)
    {
        var part = ExpressionParser.Arguments(name, value, 1, 1)[0];
        return scope => part(scope) switch
        {
            null or BsonNull => BsonNull.Value,
            var found when found is BsonString or BsonBinaryData or BsonDocument => size(found),
            var other => throw MongoFault.TypeMismatch($"{name} does not take {TypeNames.Of(other)}"),
        };
    }

    private static Expression Meta(BsonValue value)
    {
        var name = value.AsString;
        if (name is not ("textScore" or "searchScore" or "vectorSearchScore"))
        {
            throw new MongoFault(17308, $"Unsupported argument to $meta: {name}");
        }

        return scope => scope.Meta.TryGetValue(name, out var found)
            ? found
            : throw new MongoFault(40218, $"query requires {(name == "textScore" ? "text score" : name)} metadata, but it is not available");
    }
}

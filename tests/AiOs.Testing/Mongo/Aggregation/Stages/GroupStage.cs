using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Stages;

/// <summary>$group: one document per key, with its accumulators.</summary>
internal static class GroupStage
{
    public static PipelineStage Parse(BsonValue value)
    {
        var spec = value as BsonDocument ?? throw new MongoFault(15947, "a group's fields must be specified in an object");
        var id = spec.TryGetValue("_id", out var given) ? ExpressionParser.Parse(given) : throw new MongoFault(15955, "a group specification must include an _id");
        var fields = spec.Where(field => field.Name != "_id").Select(field => (field.Name, Collect: Accumulator(field))).ToArray();
        return (flow, command) => flow
            .GroupBy(scope => id(scope) ?? BsonNull.Value, BsonOrder.Instance)
            .Select(group => command.With(new BsonDocument("_id", group.Key).AddRange(fields.Select(field => new BsonElement(field.Name, field.Collect([.. group]))))));
    }

    private static Func<IReadOnlyList<EvalScope>, BsonValue> Accumulator(BsonElement field)
    {
        if (field.Value is not BsonDocument { ElementCount: 1 } spec)
        {
            throw new MongoFault(40234, $"The field '{field.Name}' must be an accumulator object");
        }

        var name = spec.GetElement(0).Name;
        if (name == "$count")
        {
            return group => group.Count;
        }

        var argument = ExpressionParser.Parse(spec[0]);
        return name switch
        {
            "$sum" => group => Numbers(group, argument).Aggregate((BsonValue)0, MongoNumber.Add),
            "$avg" => group => Numbers(group, argument).Select(number => number.ToDouble()).ToList() is { Count: > 0 } some ? some.Average() : BsonNull.Value,
            "$min" => group => Present(group, argument).Min(BsonOrder.Instance) ?? BsonNull.Value,
            "$max" => group => Present(group, argument).Max(BsonOrder.Instance) ?? BsonNull.Value,
            "$first" => group => argument(group[0]) ?? BsonNull.Value,
            "$last" => group => argument(group[^1]) ?? BsonNull.Value,
            "$push" => group => new BsonArray(group.Select(scope => argument(scope)).OfType<BsonValue>()),
            "$addToSet" => group => new BsonArray(group.Select(scope => argument(scope)).OfType<BsonValue>().Distinct(BsonOrder.Instance)),
            "$mergeObjects" => group => group.Select(scope => argument(scope)).OfType<BsonDocument>().Aggregate(new BsonDocument(), (all, one) => all.Merge(one, true)),
            _ => throw new MongoFault(15952, $"unknown group operator '{name}'"),
        };
    }

    private static IEnumerable<BsonValue> Numbers(IReadOnlyList<EvalScope> group, Expression argument) =>
        group.Select(scope => argument(scope)).OfType<BsonValue>().Where(MongoNumber.Is);

    private static IEnumerable<BsonValue> Present(IReadOnlyList<EvalScope> group, Expression argument) =>
        group.Select(scope => argument(scope)).OfType<BsonValue>().Where(value => value is not BsonNull);
}

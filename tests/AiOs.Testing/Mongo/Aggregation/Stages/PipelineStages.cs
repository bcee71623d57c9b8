using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Stages;

/// <summary>Reads a pipeline's stages.</summary>
internal static class PipelineStages
{
    private static readonly string[] Unserved =
    [
        "$lookup", "$merge", "$out", "$unionWith", "$graphLookup", "$geoNear", "$bucket", "$bucketAuto", "$redact", "$sample", "$densify", "$fill",
        "$setWindowFields", "$indexStats", "$collStats", "$changeStream", "$documents", "$rankFusion",
    ];

    /// <summary>Stages that search, which are only taken as the first.</summary>
    public static IReadOnlyList<string> OnlyFirst { get; } = ["$search", "$searchMeta", "$vectorSearch", "$listSearchIndexes"];

    public static PipelineStage Parse(BsonDocument stage)
    {
        var (name, value) = (stage.GetElement(0).Name, stage.GetElement(0).Value);
        if (DocumentStages.Has(name))
        {
            var change = DocumentStages.Parse(stage);
            return (flow, _) => flow.Select(scope => scope.With(change(scope)));
        }

        return name switch
        {
            "$match" => Match(value),
            "$sort" => Sort(value),
            "$limit" => Limit(value),
            "$skip" => Skip(value),
            "$count" => Count(value),
            "$group" => GroupStage.Parse(value),
            "$sortByCount" => SortByCount(value),
            "$unwind" => UnwindStage.Parse(value),
            "$facet" => Facet(value),
            _ when OnlyFirst.Contains(name) => throw new MongoFault(40602, $"{name} is only valid as the first stage in a pipeline"),
            _ when Unserved.Contains(name) => throw MongoFault.NotServed($"the stage {name}"),
            _ => throw new MongoFault(40324, $"Unrecognized pipeline stage name: '{name}'"),
        };
    }

    private static PipelineStage Match(BsonValue value)
    {
        var filter = value as BsonDocument ?? throw new MongoFault(15959, "the match filter must be an expression in an object");
        if (filter.Contains("$text"))
        {
            throw new MongoFault(17313, "$match with $text is only allowed as the first pipeline stage");
        }

        return (flow, command) =>
        {
            var test = FilterParser.Parse(filter, command, null).Test;
            return flow.Where(scope => test(scope.Root));
        };
    }

    private static PipelineStage Sort(BsonValue value)
    {
        var spec = value as BsonDocument ?? throw new MongoFault(15973, "the $sort key specification must be an object");
        var order = spec.ElementCount > 0 ? SortOrder.Parse(spec) : throw new MongoFault(15976, "$sort stage must have at least one sort key");
        return (flow, _) => order.Sort(flow, scope => scope);
    }

    private static PipelineStage Limit(BsonValue value)
    {
        var limit = (int)MongoNumber.Whole(value, "$limit");
        return limit > 0 ? (flow, _) => flow.Take(limit) : throw new MongoFault(15958, "the limit must be positive");
    }

    private static PipelineStage Skip(BsonValue value)
    {
        var skip = (int)MongoNumber.Whole(value, "$skip");
        return skip >= 0 ? (flow, _) => flow.Skip(skip) : throw new MongoFault(15956, "Argument to $skip cannot be negative");
    }

    private static PipelineStage Count(BsonValue value)
    {
        var name = value is BsonString { Value.Length: > 0 } text ? text.Value : throw new MongoFault(40156, "the count field must be a non-empty string");
        return (flow, command) => flow.Count() is > 0 and var count ? [command.With(new BsonDocument(name, count))] : [];
    }

    private static PipelineStage SortByCount(BsonValue value)
    {
        var group = GroupStage.Parse(new BsonDocument { { "_id", value }, { "count", new BsonDocument("$sum", 1) } });
        var sort = Sort(new BsonDocument("count", -1));
        return (flow, command) => sort(group(flow, command), command);
    }

    private static PipelineStage Facet(BsonValue value)
    {
        var facets = value.AsBsonDocument
            .Select(facet => (facet.Name, Stages: facet.Value.AsBsonArray.Select(stage => Parse(stage.AsBsonDocument)).ToList()))
            .ToList();
        return (flow, command) =>
        {
            var all = flow.ToList();
            return
            [
                command.With(new BsonDocument(facets.Select(facet => new BsonElement(
                    facet.Name,
                    new BsonArray(facet.Stages.Aggregate((IEnumerable<EvalScope>)all, (some, stage) => stage(some, command)).Select(scope => scope.Root)))))),
            ];
        };
    }
}

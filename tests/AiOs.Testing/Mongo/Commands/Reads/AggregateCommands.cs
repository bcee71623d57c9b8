using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Aggregation.Stages;
using AiOs.Testing.Mongo.Search;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Reads;

/// <summary>aggregate: a first match that an index may narrow, then stage by stage.</summary>
internal static class AggregateCommands
{
    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["aggregate"] = CommandSpec.Of(Run, "pipeline", "cursor", "allowDiskUse", "hint", "collation", "bypassDocumentValidation"),
    };

    private static BsonDocument Run(CommandCall call)
    {
        if (call.CollectionName.Length == 0)
        {
            throw MongoFault.NotServed("aggregate over a whole database");
        }

        if (!call.Body.Contains("cursor"))
        {
            throw MongoFault.FailedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
        }

        ReadCommands.CheckHint(call);
        var stages = call.Need("pipeline").AsBsonArray.Select(stage => stage as BsonDocument
            ?? throw MongoFault.TypeMismatch("Each element of the 'pipeline' array must be an object")).ToList();
        if (stages.Find(stage => stage.ElementCount != 1) is not null)
        {
            throw new MongoFault(40323, "A pipeline stage specification object must contain exactly one field.");
        }

        var source = stages.Count > 0 ? Lead(call, stages[0].GetElement(0).Name, stages[0][0]) : null;
        var rest = stages.Skip(source is null ? 0 : 1).Select(PipelineStages.Parse).ToList();
        var results = rest.Aggregate(source ?? ReadCommands.Matches(call, []), (flow, stage) => stage(flow, call.Scope));
        var size = call.Document("cursor").TryGetValue("batchSize", out var batch) ? batch.ToInt32() : (int?)null;
        return call.State.Cursors.First(call.Space, results.Select(scope => scope.Root), size, single: false);
    }

    /// <summary>What the first stage draws from; null when it only takes what another gives.</summary>
    private static IEnumerable<EvalScope>? Lead(CommandCall call, string name, BsonValue value)
    {
        if (name == "$match")
        {
            return ReadCommands.Matches(call, value as BsonDocument ?? throw new MongoFault(15959, "the match filter must be an expression in an object"));
        }

        if (!PipelineStages.OnlyFirst.Contains(name))
        {
            return null;
        }

        if (!call.State.Options.Atlas)
        {
            throw SearchRefusal.OfStage(name, call.State.Options.Release);
        }

        var spec = value.AsBsonDocument;
        return name switch
        {
            "$listSearchIndexes" => SearchIndexCommands.List(call, spec).Select(call.Scope.With),
            "$vectorSearch" => VectorSearchSource.Run(call, spec),
            "$search" => SearchSource.Run(call, spec),
            _ => throw MongoFault.NotServed($"the stage {name}"),
        };
    }
}

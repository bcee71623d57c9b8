using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>Reads an update: a replacement, modifiers, or a pipeline.</summary>
internal static class UpdateParser
{
    private static readonly string[] PipelineStages = ["$set", "$addFields", "$unset", "$project", "$replaceRoot", "$replaceWith"];

    public static DocumentChange Parse(BsonValue update, BsonValue? arrayFilters, EvalScope scope)
    {
        if (arrayFilters is BsonArray { Count: > 0 })
        {
            throw MongoFault.NotServed("arrayFilters");
        }

        return update switch
        {
            BsonArray pipeline => Pipeline(pipeline, scope),
            BsonDocument { ElementCount: > 0 } document when document.GetElement(0).Name.StartsWith('$') => Modifiers.Parse(document, scope),
            BsonDocument replacement => Replacement(replacement),
            _ => throw MongoFault.FailedToParse("Update argument must be either an object or an array"),
        };
    }

    /// <summary>True for modifiers and pipelines, which alone may change many documents.</summary>
    public static bool IsReplacement(BsonValue update) =>
        update is BsonDocument document && (document.ElementCount == 0 || !document.GetElement(0).Name.StartsWith('$'));

    private static DocumentChange Replacement(BsonDocument replacement)
    {
        if (replacement.Names.FirstOrDefault(name => name.StartsWith('$')) is { } odd)
        {
            throw new MongoFault(52, $"The dollar ($) prefixed field '{odd}' in '{odd}' is not allowed in the context of an update's replacement document.");
        }

        return (document, _) =>
        {
            var next = (BsonDocument)replacement.DeepClone();
            if (!next.Contains("_id") && document.TryGetValue("_id", out var id))
            {
                next.InsertAt(0, new BsonElement("_id", id));
            }

            return next;
        };
    }

    private static DocumentChange Pipeline(BsonArray pipeline, EvalScope scope)
    {
        foreach (var stage in pipeline.Select(stage => stage.AsBsonDocument.GetElement(0).Name))
        {
            if (!PipelineStages.Contains(stage))
            {
                throw new MongoFault(72, $"{stage} is not allowed to be used within an update");
            }
        }

        var stages = pipeline.Select(stage => DocumentStages.Parse(stage.AsBsonDocument)).ToArray();
        return (document, _) =>
        {
            var next = stages.Aggregate((BsonDocument)document.DeepClone(), (current, stage) => stage(scope.With(current)));
            if (!next.Contains("_id") && document.TryGetValue("_id", out var id))
            {
                next.InsertAt(0, new BsonElement("_id", id));
            }

            return next;
        };
    }
}

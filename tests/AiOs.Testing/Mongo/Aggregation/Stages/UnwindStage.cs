using AiOs.Testing.Mongo.Updates;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation.Stages;

/// <summary>$unwind: one document per element of an array.</summary>
internal static class UnwindStage
{
    private static readonly string[] Fields = ["path", "includeArrayIndex", "preserveNullAndEmptyArrays"];

    public static PipelineStage Parse(BsonValue value)
    {
        var spec = value as BsonDocument ?? new BsonDocument("path", value);
        if (spec.Names.FirstOrDefault(name => !Fields.Contains(name)) is { } odd)
        {
            throw new MongoFault(28811, $"unrecognized option to $unwind stage: {odd}");
        }

        var text = spec.GetValue("path", BsonNull.Value) is BsonString given && given.Value.StartsWith('$')
            ? given.Value[1..]
            : throw new MongoFault(28818, "path option to $unwind stage should be prefixed with a '$'");
        var path = new BsonPath(text);
        var keep = Truth.Of(spec.GetValue("preserveNullAndEmptyArrays", false));
        var index = spec.TryGetValue("includeArrayIndex", out var name) ? new BsonPath(name.AsString) : null;
        return (flow, _) => flow.SelectMany(scope => One(scope, path, keep, index));
    }

    private static IEnumerable<EvalScope> One(EvalScope scope, BsonPath path, bool keep, BsonPath? index)
    {
        switch (path.Plain(scope.Root))
        {
            case BsonArray { Count: > 0 } array:
                return array.Select((item, at) => scope.With(With(scope.Root, path, item, index, at)));
            case null or BsonNull or BsonArray:
                return keep ? [scope.With(With(scope.Root, path, null, index, null))] : [];
            case var single:
                return [scope.With(With(scope.Root, path, single, index, null))];
        }
    }

    private static BsonDocument With(BsonDocument document, BsonPath path, BsonValue? item, BsonPath? index, int? at)
    {
        var next = (BsonDocument)document.DeepClone();
        if (item is not null)
        {
            PathWriter.Set(next, path, item);
        }
        else if (path.Plain(next) is BsonArray)
        {
            PathWriter.Unset(next, path);
        }

        if (index is not null)
        {
            PathWriter.Set(next, index, at is null ? BsonNull.Value : (long)at.Value);
        }

        return next;
    }
}

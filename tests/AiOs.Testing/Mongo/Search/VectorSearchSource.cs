using System.Collections.Immutable;
using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Commands;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>$vectorSearch: always exact here, so that numCandidates only has to be right.</summary>
internal static class VectorSearchSource
{
    private static readonly string[] Fields = ["index", "path", "queryVector", "numCandidates", "limit", "filter", "exact"];

    public static IEnumerable<EvalScope> Run(CommandCall call, BsonDocument spec)
    {
        Check(spec);
        // Atlas answers with nothing when there is no such index.
        if (call.Collection?.SearchIndexes.Find(one => one.Name == spec["index"] && one.Type == "vectorSearch") is not { } index)
        {
            return [];
        }

        var path = spec["path"].AsString;
        var field = index.VectorField("vector", path) ?? throw new MongoFault(8, $"PlanExecutor error during aggregation :: caused by :: {path} is not indexed as vector");
        var query = StoredVector.Read(spec["queryVector"]) ?? throw new MongoFault(8, "\"queryVector\" must be a vector");
        var dimensions = field["numDimensions"].ToInt32();
        if (query.Length != dimensions)
        {
            throw new MongoFault(8, $"PlanExecutor error during aggregation :: caused by :: vector field is indexed with {dimensions} dimensions but queried with {query.Length}");
        }

        var filter = spec.GetValue("filter", new BsonDocument()).AsBsonDocument;
        CheckFilter(filter, index);
        return Ranked(call, filter, new BsonPath(path), field["similarity"].AsString, query).Take((int)MongoNumber.Whole(spec["limit"], "limit"));
    }

    private static IEnumerable<EvalScope> Ranked(CommandCall call, BsonDocument filter, BsonPath path, string similarity, double[] query) =>
        call.Collection!.Find(FilterParser.Parse(filter, call.Scope, null))
            .Select(stored => (stored.Value, Vector: StoredVector.Read(path.Plain(stored.Value))))
            .Where(one => one.Vector?.Length == query.Length)
            .Select(one => (one.Value, Score: StoredVector.Score(similarity, one.Vector!, query)))
            .OrderByDescending(one => one.Score)
            .Select(one => call.Scope.With(one.Value).WithMeta(ImmutableDictionary<string, BsonValue>.Empty.Add("vectorSearchScore", one.Score)));

    private static void Check(BsonDocument spec)
    {
        if (spec.Names.FirstOrDefault(name => !Fields.Contains(name)) is { } odd)
        {
            throw new MongoFault(40415, $"BSON field '$vectorSearch.{odd}' is an unknown field.");
        }

        if (new[] { "index", "path", "queryVector", "limit" }.FirstOrDefault(name => !spec.Contains(name)) is { } absent)
        {
            throw new MongoFault(8, $"\"{absent}\" is required");
        }

        var exact = Truth.Of(spec.GetValue("exact", false));
        if (exact == spec.Contains("numCandidates"))
        {
            throw new MongoFault(8, "\"numCandidates\" is required unless \"exact\" is true, and then must be omitted");
        }

        var limit = MongoNumber.Whole(spec["limit"], "limit");
        if (limit <= 0 || (!exact && (MongoNumber.Whole(spec["numCandidates"], "numCandidates") is var candidates && (candidates < limit || candidates > 10_000))))
        {
            throw new MongoFault(8, "\"limit\" must be positive, and \"numCandidates\" from \"limit\" to 10000");
        }
    }

    private static void CheckFilter(BsonDocument filter, SearchIndex index)
    {
        foreach (var (name, value) in filter.Elements.Select(element => (element.Name, element.Value)))
        {
            if (name is "$and" or "$or" or "$nor")
            {
                value.AsBsonArray.ToList().ForEach(clause => CheckFilter(clause.AsBsonDocument, index));
            }
            else if (index.VectorField("filter", name) is null)
            {
                throw new MongoFault(8, $"PlanExecutor error during aggregation :: caused by :: Path '{name}' needs to be indexed as filter");
            }
        }
    }
}

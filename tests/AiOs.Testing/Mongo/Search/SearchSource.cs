using System.Collections.Immutable;
using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Commands;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>$search: compound, text, equals and in. Scores are BM25 over the collection; Lucene's own differ in their last digits.</summary>
internal static class SearchSource
{
    private static readonly string[] Options = ["index", "returnStoredSource", "count", "sort", "highlight", "scoreDetails"];

    public static IEnumerable<EvalScope> Run(CommandCall call, BsonDocument spec)
    {
        var name = spec.GetValue("index", "default");
        var operations = spec.Where(element => !Options.Contains(element.Name)).ToList();
        if (operations.Count != 1)
        {
            throw new MongoFault(8, "PlanExecutor error during aggregation :: caused by :: one operator is required in $search");
        }

        if (spec.Names.FirstOrDefault(option => option != "index" && Options.Contains(option)) is { } option)
        {
            throw MongoFault.NotServed($"$search with {option}");
        }

        // As for vectors: no such index, no results.
        if (call.Collection?.SearchIndexes.Find(one => one.Name == name && one.Type == "search") is not { } index)
        {
            return [];
        }

        var score = new SearchOperators(index, [.. call.Collection.All.Select(stored => stored.Value)]).Read(operations[0].Name, operations[0].Value.AsBsonDocument);
        return call.Collection.All
            .Select(stored => (stored.Value, Score: score(stored.Value)))
            .Where(one => one.Score is not null)
            .OrderByDescending(one => one.Score)
            .Select(one => call.Scope.With(one.Value).WithMeta(ImmutableDictionary<string, BsonValue>.Empty.Add("searchScore", one.Score!.Value)));
    }
}

using AiOs.Testing.Mongo.Commands;
using AiOs.Testing.Mongo.Commands.Admin;
using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>Search indexes: made, changed, dropped. Without Atlas mode these commands are refused.</summary>
internal static class SearchIndexCommands
{
    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["createSearchIndexes"] = CommandSpec.Of(Create, "indexes"),
        ["updateSearchIndex"] = CommandSpec.Of(Update, "name", "id", "definition"),
        ["dropSearchIndex"] = CommandSpec.Of(Drop, "name", "id"),
    };

    /// <summary>What $listSearchIndexes gives.</summary>
    public static IEnumerable<BsonDocument> List(CommandCall call, BsonDocument which) => (call.Collection?.SearchIndexes ?? [])
        .Where(index => Named(index, which))
        .Select(index => index.Describe());

    private static BsonDocument Create(CommandCall call)
    {
        var collection = Collection(call);
        var made = call.Need("indexes").AsBsonArray.Select(spec => new SearchIndex(spec.AsBsonDocument)).ToList();
        foreach (var index in made)
        {
            var old = collection.SearchIndexes.Find(one => one.Name == index.Name);
            if (old is not null && old.Definition != index.Definition)
            {
                throw new MongoFault(68, $"Duplicate Index: {index.Name}");
            }

            if (old is null)
            {
                collection.SearchIndexes.Add(index);
            }
        }

        return new BsonDocument
        {
            { "indexesCreated", new BsonArray(made.Select(index => new BsonDocument { { "id", index.Id }, { "name", index.Name } })) },
            { "ok", 1.0 },
        };
    }

    private static BsonDocument Update(CommandCall call)
    {
        var index = Collection(call).SearchIndexes.Find(one => Named(one, call.Body)) ?? throw new MongoFault(27, "Search index not found");
        index.Definition = call.Need("definition").AsBsonDocument;
        return ServerCommands.Ok();
    }

    private static BsonDocument Drop(CommandCall call)
    {
        var gone = Collection(call).SearchIndexes.RemoveAll(one => Named(one, call.Body));
        return gone > 0 ? ServerCommands.Ok() : throw new MongoFault(27, "Search index not found");
    }

    private static MongoCollection Collection(CommandCall call)
    {
        if (!call.State.Options.Atlas)
        {
            throw SearchRefusal.OfCommand(call.Name, call.State.Options.Release);
        }

        return call.Collection ?? throw new MongoFault(26, $"Collection '{call.Space}' does not exist.");
    }

    private static bool Named(SearchIndex index, BsonDocument which) =>
        (!which.TryGetValue("name", out var name) || index.Name == name) && (!which.TryGetValue("id", out var id) || index.Id == id);
}

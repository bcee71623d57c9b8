using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Admin;

/// <summary>Collections and databases: made, listed, measured, dropped.</summary>
internal static class CollectionCommands
{
    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["create"] = CommandSpec.Of(Create, "capped", "size", "max", "collation", "validationLevel", "validationAction"),
        ["drop"] = CommandSpec.Of(Drop),
        ["dropDatabase"] = CommandSpec.Of(DropDatabase),
        ["listCollections"] = CommandSpec.Of(ListCollections, "filter", "nameOnly", "authorizedCollections", "cursor"),
        ["listDatabases"] = CommandSpec.Of(ListDatabases, "filter", "nameOnly", "authorizedDatabases"),
        ["collStats"] = CommandSpec.Of(Stats, "scale"),
    };

    private static BsonDocument Create(CommandCall call)
    {
        if (call.Flag("capped"))
        {
            throw MongoFault.NotServed("capped collections");
        }

        if (call.Collection is not null)
        {
            throw new MongoFault(48, $"Collection {call.Space} already exists.");
        }

        call.State.Databases.Create(call.Database, call.CollectionName, []);
        return ServerCommands.Ok();
    }

    private static BsonDocument Drop(CommandCall call)
    {
        if (call.Collection is not { } collection)
        {
            return call.State.Options.Release >= 7 ? ServerCommands.Ok() : throw new MongoFault(26, "ns not found");
        }

        var reply = new BsonDocument { { "nIndexesWas", collection.Indexes.Count }, { "ns", call.Space }, { "ok", 1.0 } };
        call.State.Databases.Drop(call.Database, call.CollectionName);
        return reply;
    }

    private static BsonDocument DropDatabase(CommandCall call) => call.State.Databases.Drop(call.Database)
        ? new BsonDocument { { "dropped", call.Database }, { "ok", 1.0 } }
        : ServerCommands.Ok();

    private static BsonDocument ListCollections(CommandCall call)
    {
        var test = FilterParser.Simple(call.Document("filter"));
        var nameOnly = call.Flag("nameOnly");
        var all = call.State.Databases.Collections(call.Database).Select(collection => Describe(collection, nameOnly)).Where(found => test(found));
        return call.State.Cursors.First($"{call.Database}.$cmd.listCollections", all, call.Document("cursor") is var cursor && cursor.TryGetValue("batchSize", out var size) ? size.ToInt32() : null, single: false);
    }

    private static BsonDocument Describe(MongoCollection collection, bool nameOnly)
    {
        var found = new BsonDocument { { "name", collection.Name }, { "type", "collection" } };
        return nameOnly ? found : found.AddRange(new BsonDocument
        {
            { "options", collection.Options },
            { "info", new BsonDocument { { "readOnly", false }, { "uuid", collection.Uuid } } },
            { "idIndex", collection.Indexes[0].Spec },
        });
    }

    private static BsonDocument ListDatabases(CommandCall call)
    {
        var test = FilterParser.Simple(call.Document("filter"));
        var nameOnly = call.Flag("nameOnly");
        var all = call.State.Databases.Names
            .Select(name => nameOnly ? new BsonDocument("name", name) : new BsonDocument { { "name", name }, { "sizeOnDisk", 40960L }, { "empty", false } })
            .Where(found => test(found));
        return new BsonDocument { { "databases", new BsonArray(all) }, { "ok", 1.0 } };
    }

    private static BsonDocument Stats(CommandCall call)
    {
        var sizes = call.Collection?.All.Select(stored => (long)stored.Value.ToBson().Length).ToList() ?? [];
        return new BsonDocument
        {
            { "ns", call.Space },
            { "size", sizes.Sum() },
            { "count", sizes.Count },
            { "storageSize", sizes.Sum() },
            { "nindexes", call.Collection?.Indexes.Count ?? 0 },
            { "ok", 1.0 },
        };
    }
}

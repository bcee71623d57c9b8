using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Admin;

/// <summary>Indexes: made, listed, dropped.</summary>
internal static class IndexCommands
{
    private static readonly string[] Options =
    [
        "v", "key", "name", "unique", "sparse", "partialFilterExpression", "expireAfterSeconds", "background", "hidden",
        "weights", "default_language", "language_override", "textIndexVersion", "collation",
    ];

    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["createIndexes"] = CommandSpec.Of(Create, "indexes", "commitQuorum"),
        ["listIndexes"] = CommandSpec.Of(List, "cursor"),
        ["dropIndexes"] = CommandSpec.Of(Drop, "index"),
    };

    private static BsonDocument Create(CommandCall call)
    {
        var made = call.Collection is null;
        var specs = call.Need("indexes").AsBsonArray.Select(spec => Checked(spec.AsBsonDocument)).ToList();
        var collection = call.NeedCollection();
        var before = collection.Indexes.Count;
        foreach (var spec in specs.Where(spec => !IsThere(collection, spec)))
        {
            collection.AddIndex(new CollectionIndex(spec));
        }

        var reply = new BsonDocument
        {
            { "numIndexesBefore", made ? 0 : before },
            { "numIndexesAfter", collection.Indexes.Count },
            { "createdCollectionAutomatically", made },
            { "ok", 1.0 },
        };
        return collection.Indexes.Count == before ? reply.Add("note", "all indexes already exist") : reply;
    }

    private static BsonDocument Checked(BsonDocument spec)
    {
        if (spec.Names.FirstOrDefault(name => !Options.Contains(name)) is { } odd)
        {
            throw new MongoFault(197, $"The field '{odd}' is not valid for an index specification. Specification: {spec}");
        }

        if (spec.GetValue("key", BsonNull.Value) is not BsonDocument { ElementCount: > 0 } key)
        {
            throw new MongoFault(67, "Index keys cannot be empty.");
        }

        if (!spec.Contains("name"))
        {
            throw MongoFault.FailedToParse($"The 'name' field is a required property of an index specification: {spec}");
        }

        if (key.FirstOrDefault(field => !IsKind(field.Value)) is { Name: { } bad } field)
        {
            throw field.Value is BsonString kind && kind.Value is "2d" or "2dsphere" or "hashed"
                ? MongoFault.NotServed($"indexes of kind {field.Value}")
                : new MongoFault(67, $"Values in v:2 index key pattern must be a number > 0, a number < 0 or a string; {bad}: {field.Value}");
        }

        PartialFilterRules.Check(spec);
        var next = new BsonDocument("v", 2).Merge(spec, overwriteExistingElements: true);
        return key.Values.Any(kind => kind == "text") ? WithTextDefaults(next) : next;
    }

    private static bool IsKind(BsonValue kind) => (MongoNumber.Is(kind) && kind.ToDouble() != 0) || kind == "text";

    private static BsonDocument WithTextDefaults(BsonDocument spec)
    {
        var weights = new BsonDocument(spec["key"].AsBsonDocument.Where(field => field.Value == "text").Select(field => new BsonElement(field.Name, 1)));
        weights.Merge(spec.GetValue("weights", new BsonDocument()).AsBsonDocument, overwriteExistingElements: true);
        spec["weights"] = weights;
        return spec
            .Merge(new BsonDocument { { "default_language", "english" }, { "language_override", "language" }, { "textIndexVersion", 3 } });
    }

    private static bool IsThere(MongoCollection collection, BsonDocument spec)
    {
        foreach (var old in collection.Indexes)
        {
            var (sameName, sameKey) = (old.Name == spec["name"], BsonOrder.Instance.Equals(old.Spec["key"], spec["key"]));
            if (sameName && (!sameKey || !SameOptions(old.Spec, spec)))
            {
                throw new MongoFault(86, $"An existing index has the same name as the requested index. Requested index: {spec}, existing index: {old.Spec}");
            }

            if (sameName)
            {
                return true;
            }

            if (sameKey && SameOptions(old.Spec, spec))
            {
                throw new MongoFault(85, $"Index already exists with a different name: {old.Name}");
            }

            if (old.Text is not null && spec["key"].AsBsonDocument.Values.Any(kind => kind == "text"))
            {
                throw new MongoFault(85, $"An equivalent index already exists with a different name and options: only one text index is allowed; there is {old.Name}");
            }
        }

        return false;
    }

    private static bool SameOptions(BsonDocument one, BsonDocument other) =>
        Options.Except(["v", "key", "name", "background"]).All(option =>
            BsonOrder.Instance.Equals(one.GetValue(option, Default(option)), other.GetValue(option, Default(option))) || (one["name"] == "_id_" && option == "unique"));

    private static BsonValue Default(string option) => option is "unique" or "sparse" or "hidden" ? false : BsonNull.Value;

    private static BsonDocument List(CommandCall call)
    {
        var collection = call.Collection ?? throw new MongoFault(26, $"ns does not exist: {call.Space}");
        return call.State.Cursors.First(call.Space, collection.Indexes.Select(index => index.Spec), null, single: false);
    }

    private static BsonDocument Drop(CommandCall call)
    {
        var collection = call.Collection ?? throw new MongoFault(26, $"ns not found {call.Space}");
        var before = collection.Indexes.Count;
        foreach (var index in Named(collection, call.Need("index")))
        {
            collection.RemoveIndex(index);
        }

        return new BsonDocument { { "nIndexesWas", before }, { "ok", 1.0 } };
    }

    private static List<CollectionIndex> Named(MongoCollection collection, BsonValue which)
    {
        if (which == "*")
        {
            return [.. collection.Indexes.Where(index => index.Name != "_id_")];
        }

        var names = which is BsonArray many ? many.ToList() : [which];
        var found = collection.Indexes.Where(index => names.Contains(index.Name) || names.Contains(index.Spec["key"])).ToList();
        return found.Count < names.Count
            ? throw new MongoFault(27, $"index not found with name [{which}]")
            : found.Exists(index => index.Name == "_id_") ? throw new MongoFault(72, "cannot drop _id index") : found;
    }
}

using AiOs.Testing.Mongo.Commands.Admin;
using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Updates;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>Puts documents in their collection, by the rules that hold for every write.</summary>
internal static class DocumentWriter
{
    public static void Insert(MongoCollection collection, BsonDocument document)
    {
        var size = document.ToBson().Length;
        if (size > ServerCommands.MaxDocument)
        {
            throw new MongoFault(10334, $"object to insert too large. size in bytes: {size}, max size: {ServerCommands.MaxDocument}");
        }

        CheckId(document.GetValue("_id", BsonNull.Value));
        collection.Insert(UpsertSeed.WithId(document));
    }

    /// <summary>True when the document is another one now.</summary>
    public static bool Change(MongoCollection collection, StoredDocument stored, DocumentChange change)
    {
        var next = change(stored.Value, isInsert: false);
        var id = stored.Value["_id"];
        if (!next.TryGetValue("_id", out var nextId) || BsonOrder.Instance.Compare(id, nextId) != 0)
        {
            throw new MongoFault(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
        }

        if (next.Equals(stored.Value))
        {
            return false;
        }

        if (next.GetElement(0).Name != "_id")
        {
            next.Remove("_id");
            next.InsertAt(0, new BsonElement("_id", id));
        }

        if (next.ToBson().Length > ServerCommands.MaxDocument)
        {
            throw new MongoFault(17419, $"Resulting document after update is larger than {ServerCommands.MaxDocument}");
        }

        collection.Replace(stored, next);
        return true;
    }

    public static BsonDocument Upsert(MongoCollection collection, BsonDocument query, DocumentChange change, bool isReplacement)
    {
        var seed = UpsertSeed.Of(query);
        if (isReplacement)
        {
            seed = seed.TryGetValue("_id", out var only) ? new BsonDocument("_id", only) : [];
        }

        var next = change(seed, isInsert: true);
        if (seed.TryGetValue("_id", out var id) && next.TryGetValue("_id", out var nextId) && BsonOrder.Instance.Compare(id, nextId) != 0)
        {
            throw new MongoFault(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
        }

        Insert(collection, next);
        return next;
    }

    private static void CheckId(BsonValue id)
    {
        if (id is BsonArray or BsonRegularExpression or BsonUndefined)
        {
            throw new MongoFault(53, $"The '_id' value cannot be of type {TypeNames.Of(id)}");
        }
    }
}

using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Updates;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>insert, update, delete.</summary>
internal static class WriteCommands
{
    private static readonly string[] UpdateFields = ["q", "u", "c", "multi", "upsert", "arrayFilters", "hint", "collation", "sort", "upsertSupplied"];
    private static readonly string[] DeleteFields = ["q", "limit", "hint", "collation"];

    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["insert"] = CommandSpec.Of(Insert, "documents", "ordered", "bypassDocumentValidation"),
        ["update"] = CommandSpec.Of(Update, "updates", "ordered", "bypassDocumentValidation"),
        ["delete"] = CommandSpec.Of(Delete, "deletes", "ordered"),
    };

    private static BsonDocument Insert(CommandCall call)
    {
        var collection = call.NeedCollection();
        return WriteBatch.Run(call, "documents", Put, isUpdate: false);

        StatementResult Put(BsonDocument document)
        {
            DocumentWriter.Insert(collection, document);
            return new StatementResult(1, 0, null);
        }
    }

    private static BsonDocument Update(CommandCall call) =>
        WriteBatch.Run(call, "updates", statement => UpdateOne(call, statement), isUpdate: true);

    private static StatementResult UpdateOne(CommandCall call, BsonDocument statement)
    {
        Known(statement, UpdateFields, "update.updates");
        var (query, update) = (statement["q"].AsBsonDocument, statement["u"]);
        var multi = Truth.Of(statement.GetValue("multi", false));
        var isReplacement = UpdateParser.IsReplacement(update);
        if (multi && isReplacement)
        {
            throw MongoFault.FailedToParse("multi update is not supported for replacement-style update");
        }

        var scope = statement.TryGetValue("c", out var constants)
            ? constants.AsBsonDocument.Aggregate(call.Scope, (all, constant) => all.With(constant.Name, constant.Value))
            : call.Scope;
        var change = UpdateParser.Parse(update, statement.GetValue("arrayFilters", null), scope);
        var found = call.Collection?.Find(call.Filter(query)) ?? [];
        if (statement.TryGetValue("sort", out var sort))
        {
            found = SortOrder.Parse(sort.AsBsonDocument).Sort(found, stored => scope.With(stored.Value));
        }

        var targets = (multi ? found : found.Take(1)).ToList();
        if (targets.Count == 0 && Truth.Of(statement.GetValue("upsert", false)))
        {
            return new StatementResult(1, 0, DocumentWriter.Upsert(call.NeedCollection(), query, change, isReplacement)["_id"]);
        }

        var modified = targets.Count(stored => DocumentWriter.Change(call.Collection!, stored, change));
        return new StatementResult(targets.Count, modified, null);
    }

    private static BsonDocument Delete(CommandCall call) =>
        WriteBatch.Run(call, "deletes", statement => DeleteOne(call, statement), isUpdate: false);

    private static StatementResult DeleteOne(CommandCall call, BsonDocument statement)
    {
        Known(statement, DeleteFields, "delete.deletes");
        var limit = statement.GetValue("limit", BsonNull.Value) is var given && MongoNumber.Is(given) && given.ToInt32() is 0 or 1
            ? given.ToInt32()
            : throw MongoFault.FailedToParse("The limit field in delete objects must be 0 or 1");
        var found = call.Collection?.Find(call.Filter(statement["q"].AsBsonDocument)) ?? [];
        List<StoredDocument> targets = [.. limit == 1 ? found.Take(1) : found];
        targets.ForEach(stored => call.Collection!.Delete(stored));
        return new StatementResult(targets.Count, 0, null);
    }

    private static void Known(BsonDocument statement, string[] fields, string name)
    {
        if (statement.Names.FirstOrDefault(field => !fields.Contains(field)) is { } odd)
        {
            throw new MongoFault(40415, $"BSON field '{name}.{odd}' is an unknown field.");
        }
    }
}

using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Data;
using AiOs.Testing.Mongo.Updates;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>Finds one document, changes or removes it, and answers with it as it was or as it is.</summary>
internal static class FindAndModifyCommand
{
    private static readonly string[] Fields =
        ["query", "sort", "update", "remove", "new", "upsert", "fields", "arrayFilters", "hint", "collation", "bypassDocumentValidation"];

    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["findAndModify"] = CommandSpec.Of(Run, Fields),
        ["findandmodify"] = CommandSpec.Of(Run, Fields),
    };

    private static BsonDocument Run(CommandCall call)
    {
        var record = call.State.Retries.For(call.Body);
        if (record?.Done.GetValueOrDefault(0) is { } done)
        {
            return ((BsonDocument)done.DeepClone()).Add("retriedStmtId", 0);
        }

        var reply = call.Flag("remove") ? Remove(call) : Update(call);
        record?.Done.Add(0, (BsonDocument)reply.DeepClone());
        return reply;
    }

    private static BsonDocument Remove(CommandCall call)
    {
        if (call.Body.Contains("update") || call.Flag("new"))
        {
            throw MongoFault.FailedToParse("Cannot specify both an update and remove=true, nor new=true with it; 'remove' always returns the deleted document");
        }

        var found = First(call);
        if (found is not null)
        {
            call.Collection!.Delete(found);
        }

        return Reply(new BsonDocument("n", found is null ? 0 : 1), Shown(call, found?.Value));
    }

    private static BsonDocument Update(CommandCall call)
    {
        if (!call.Body.TryGetValue("update", out var update))
        {
            throw MongoFault.FailedToParse("Either an update or remove=true must be specified");
        }

        var change = UpdateParser.Parse(update, call.Body.GetValue("arrayFilters", null), call.Scope);
        if (First(call) is { } found)
        {
            var before = found.Value;
            DocumentWriter.Change(call.Collection!, found, change);
            return Reply(new BsonDocument { { "n", 1 }, { "updatedExisting", true } }, Shown(call, call.Flag("new") ? found.Value : before));
        }

        var outcome = new BsonDocument { { "n", 0 }, { "updatedExisting", false } };
        if (!call.Flag("upsert"))
        {
            return Reply(outcome, BsonNull.Value);
        }

        var made = DocumentWriter.Upsert(call.NeedCollection(), call.Document("query"), change, UpdateParser.IsReplacement(update));
        outcome["n"] = 1;
        outcome["upserted"] = made["_id"];
        return Reply(outcome, call.Flag("new") ? Shown(call, made) : BsonNull.Value);
    }

    private static StoredDocument? First(CommandCall call)
    {
        var found = call.Collection?.Find(call.Filter(call.Document("query"))) ?? [];
        var sort = call.Document("sort");
        return sort.ElementCount == 0
            ? found.FirstOrDefault()
            : SortOrder.Parse(sort).Sort(found, stored => call.Scope.With(stored.Value)).FirstOrDefault();
    }

    private static BsonValue Shown(CommandCall call, BsonDocument? document) => document is null
        ? BsonNull.Value
        : Projection.ParseForFind(call.Document("fields"))(call.Scope.With(document));

    private static BsonDocument Reply(BsonDocument outcome, BsonValue value) =>
        new() { { "lastErrorObject", outcome }, { "value", value }, { "ok", 1.0 } };
}

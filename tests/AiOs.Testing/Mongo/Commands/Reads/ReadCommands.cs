using System.Collections.Immutable;
using AiOs.Testing.Mongo.Aggregation;
using AiOs.Testing.Mongo.Filters;
using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Reads;

/// <summary>find with its cursor, count, distinct.</summary>
internal static class ReadCommands
{
    public static IReadOnlyDictionary<string, CommandSpec> All { get; } = new Dictionary<string, CommandSpec>
    {
        ["find"] = CommandSpec.Of(Find, "filter", "sort", "projection", "limit", "skip", "batchSize", "singleBatch", "hint", "collation", "noCursorTimeout", "allowDiskUse"),
        ["getMore"] = CommandSpec.Of(GetMore, "collection", "batchSize"),
        ["killCursors"] = CommandSpec.Of(KillCursors, "cursors"),
        ["count"] = CommandSpec.Of(Count, "query", "limit", "skip", "hint", "collation"),
        ["distinct"] = CommandSpec.Of(Distinct, "key", "query", "hint", "collation"),
    };

    /// <summary>The scopes of what matches: each document with what the text search said of it.</summary>
    public static IEnumerable<EvalScope> Matches(CommandCall call, BsonDocument query)
    {
        var filter = call.Filter(query);
        return (call.Collection?.Find(filter) ?? []).Select(stored => Scored(call.Scope.With(stored.Value), filter));
    }

    /// <summary>A hint must name an index that is there, as for the server.</summary>
    public static void CheckHint(CommandCall call)
    {
        var hint = call.Body.GetValue("hint", BsonNull.Value);
        if (hint is BsonNull or BsonDocument { ElementCount: 0 } || call.Collection is not { } collection)
        {
            return;
        }

        if (!collection.Indexes.Any(index => index.Name == hint || index.Spec["key"] == hint || (hint as BsonDocument)?.Contains("$natural") == true))
        {
            throw MongoFault.BadValue("error processing query: planner returned error: hint provided does not correspond to an existing index");
        }
    }

    private static EvalScope Scored(EvalScope scope, Filter filter) => filter.Text is null
        ? scope
        : scope.WithMeta(ImmutableDictionary<string, BsonValue>.Empty.Add("textScore", filter.Text.Score(scope.Root)));

    private static BsonDocument Find(CommandCall call)
    {
        CheckHint(call);
        var found = Sorted(call, call.Document("filter"), call.Document("sort"));
        var limit = call.Number("limit") ?? 0;
        found = found.Skip(call.Number("skip") ?? 0);
        found = limit == 0 ? found : found.Take(Math.Abs(limit));
        var projection = Projection.ParseForFind(call.Document("projection"));
        return call.State.Cursors.First(call.Space, found.Select(projection), call.Number("batchSize"), call.Flag("singleBatch") || limit < 0);
    }

    private static IEnumerable<EvalScope> Sorted(CommandCall call, BsonDocument query, BsonDocument sort)
    {
        if (sort.TryGetValue("$natural", out var natural))
        {
            var test = call.Filter(query).Test;
            var found = (call.Collection?.All ?? []).Select(stored => call.Scope.With(stored.Value)).Where(scope => test(scope.Root));
            return natural.ToInt32() < 0 ? found.Reverse() : found;
        }

        if (sort.ElementCount == 0)
        {
            return Matches(call, query);
        }

        var (order, filter) = (SortOrder.Parse(sort), call.Filter(query));
        return filter.Text is null && call.Collection?.FindSorted(filter, order) is { } sorted
            ? sorted.Select(stored => call.Scope.With(stored.Value))
            : order.Sort(Matches(call, query), scope => scope);
    }

    private static BsonDocument GetMore(CommandCall call) =>
        call.State.Cursors.More(call.Body[0].ToInt64(), $"{call.Database}.{call.Need("collection").AsString}", call.Number("batchSize"));

    private static BsonDocument KillCursors(CommandCall call)
    {
        var (killed, absent) = (new BsonArray(), new BsonArray());
        foreach (var id in call.Need("cursors").AsBsonArray)
        {
            (call.State.Cursors.Kill(id.ToInt64()) ? killed : absent).Add(id);
        }

        return new BsonDocument
        {
            { "cursorsKilled", killed }, { "cursorsNotFound", absent }, { "cursorsAlive", new BsonArray() }, { "cursorsUnknown", new BsonArray() }, { "ok", 1.0 },
        };
    }

    private static BsonDocument Count(CommandCall call)
    {
        CheckHint(call);
        var found = Matches(call, call.Document("query")).Skip(call.Number("skip") ?? 0);
        var limit = Math.Abs(call.Number("limit") ?? 0);
        return new BsonDocument { { "n", limit == 0 ? found.Count() : found.Take(limit).Count() }, { "ok", 1.0 } };
    }

    private static BsonDocument Distinct(CommandCall call)
    {
        var path = new BsonPath(call.Need("key").AsString);
        var values = Matches(call, call.Document("query"))
            .SelectMany(scope => path.Ends(scope.Root))
            .SelectMany<BsonValue?, BsonValue>(end => end switch
            {
                null => [],
                BsonArray array => array,
                _ => [end],
            })
            .Distinct(BsonOrder.Instance)
            .Order(BsonOrder.Instance);
        return new BsonDocument { { "values", new BsonArray(values) }, { "ok", 1.0 } };
    }
}

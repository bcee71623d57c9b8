using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>What a query says of the document that an upsert makes: its equalities.</summary>
internal static class UpsertSeed
{
    public static BsonDocument Of(BsonDocument query)
    {
        var seed = new BsonDocument();
        Collect(query, seed);
        return seed;
    }

    /// <summary>The new document with its id, which comes first and is made when nobody gave one.</summary>
    public static BsonDocument WithId(BsonDocument document)
    {
        var id = document.GetValue("_id", null) ?? ObjectId.GenerateNewId();
        document.Remove("_id");
        document.InsertAt(0, new BsonElement("_id", id));
        return document;
    }

    private static void Collect(BsonDocument query, BsonDocument seed)
    {
        foreach (var (name, value) in query.Elements.Select(element => (element.Name, element.Value)))
        {
            if (name == "$and" || (name == "$or" && value is BsonArray { Count: 1 }))
            {
                foreach (var clause in value.AsBsonArray)
                {
                    Collect(clause.AsBsonDocument, seed);
                }
            }
            else if (!name.StartsWith('$') && Equal(value) is { } equal)
            {
                PathWriter.Set(seed, new BsonPath(name), equal.DeepClone());
            }
        }
    }

    private static BsonValue? Equal(BsonValue condition)
    {
        if (condition is not BsonDocument { ElementCount: > 0 } operators || !operators.GetElement(0).Name.StartsWith('$'))
        {
            return condition is BsonRegularExpression ? null : condition;
        }

        if (operators.TryGetValue("$eq", out var equal))
        {
            return equal;
        }

        return operators.TryGetValue("$in", out var among) && among is BsonArray { Count: 1 } one ? one[0]
            : operators.TryGetValue("$all", out var all) && all is BsonArray { Count: 1 } single ? single[0] : null;
    }
}

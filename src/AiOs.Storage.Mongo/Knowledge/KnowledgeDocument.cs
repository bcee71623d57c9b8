using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>
/// One piece as a document. What a filter asks for stands in every one, with bounds beyond all times where a validity is open, since a search
/// index cannot ask whether a field is missing. Times are ticks: a filter then answers to the tick as the contract does.
/// </summary>
internal static class KnowledgeDocument
{
    private const int SearchedBytes = 64 * 1024;
    private const long Ever = -1;
    private const long Never = long.MaxValue;

    private static readonly string[] Optional = ["neighbourhood", "supersededBy", "rest"];

    /// <summary>What a read of pieces asks for: all but the vectors.</summary>
    public static ProjectionDefinition<BsonDocument, BsonDocument> Columns { get; } =
        new BsonDocumentProjectionDefinition<BsonDocument, BsonDocument>(new BsonDocument("vectors", 0));

    /// <summary>Puts a piece in the place of an earlier one; its vectors stay.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="applied">The last position of the batch that it comes with.</param>
    /// <returns>An update that can also insert.</returns>
    public static BsonDocument Update(KnowledgeItem item, long applied)
    {
        var (text, rest) = Searched(item.Text);
        var set = new BsonDocument
        {
            { "item", item.Id.Value }, { "kind", item.Kind.ToString() }, { "title", item.Title }, { "text", text },
            { "source", item.Source.Value }, { "position", item.Position }, { "at", item.At.UtcTicks }, { "provenance", item.Provenance.ToString() },
            { "subjects", new BsonArray(item.Subjects) }, { "superseded", item.SupersededBy is not null },
            { "validFrom", item.ValidFrom?.UtcTicks ?? Ever }, { "validTo", item.ValidTo?.UtcTicks ?? Never },
            { "content", ContentOf(item) }, { "applied", applied },
        };
        set.Add("neighbourhood", item.Neighbourhood, item.Neighbourhood is not null);
        set.Add("supersededBy", () => item.SupersededBy!.Value.Value, item.SupersededBy is not null);
        set.Add("rest", rest, rest is not null);
        var missing = new BsonDocument(Optional.Where(name => !set.Contains(name)).Select(name => new BsonElement(name, string.Empty)));
        var update = new BsonDocument("$set", set);
        update.Add("$unset", missing, missing.ElementCount > 0);
        return update.Add("$setOnInsert", new BsonDocument("models", new BsonArray()));
    }

    public static KnowledgeItem Read(BsonDocument document) => new()
    {
        Id = new KnowledgeId(document["item"].AsString),
        Kind = Enum.Parse<KnowledgeKind>(document["kind"].AsString),
        Title = document["title"].AsString,
        Text = document["text"].AsString + document.GetValue("rest", string.Empty).AsString,
        Source = new StreamId(document["source"].AsString),
        Position = document["position"].ToInt64(),
        At = At(document["at"].ToInt64()),
        Provenance = Enum.Parse<Provenance>(document["provenance"].AsString),
        Subjects = [.. document["subjects"].AsBsonArray.Select(subject => subject.AsString)],
        Neighbourhood = document.TryGetValue("neighbourhood", out var neighbourhood) ? neighbourhood.AsString : null,
        ValidFrom = document["validFrom"].ToInt64() is var start and not Ever ? At(start) : null,
        ValidTo = document["validTo"].ToInt64() is var end and not Never ? At(end) : null,
        SupersededBy = document.TryGetValue("supersededBy", out var successor) ? new KnowledgeId(successor.AsString) : null,
    };

    /// <summary>Tells whether the words of a piece changed: what a vector was made of.</summary>
    /// <param name="item">The piece.</param>
    /// <returns>A digest.</returns>
    public static string ContentOf(KnowledgeItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Title + '\0' + item.Text)));

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    /// <summary>Only the first 64 KiB are searched; what is beyond stands in a field that no index has.</summary>
    private static (string Text, string? Beyond) Searched(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= SearchedBytes)
        {
            return (text, null);
        }

        Encoding.UTF8.GetEncoder().Convert(text, new byte[SearchedBytes], flush: false, out var taken, out _, out _);
        taken -= char.IsHighSurrogate(text[taken - 1]) ? 1 : 0;
        return (text[..taken], text[taken..]);
    }
}

using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Mongo.Rows;
using MongoDB.Bson;

namespace AiOs.Storage.Mongo.Journal;

/// <summary>
/// One commit as one document, with its stream's key, its links and its rows in it: what has to become durable together is one write, and of two
/// hosts that open the same stream only the winner's key exists at all.
/// </summary>
internal static class CommitDocument
{
    public static BsonDocument Of(string workspace, JournalEntry entry)
    {
        var commit = entry.Commit;
        var document = new BsonDocument
        {
            { "_id", new BsonDocument { { "w", workspace }, { "k", commit.Position } } },
            { "workspace", workspace },
            { "position", commit.Position },
            { "stream", commit.Stream.Value },
            { "version", commit.Version },
            { "id", commit.Id.ToString() },
            { "hash", commit.Hash.Hex },
            { "bytes", Binary(commit.Bytes) },
        };
        document.Add("dedupe", commit.Dedupe, commit.Dedupe is not null);
        document.Add("key", () => Binary(entry.Key!.Wrapped), entry.Key is not null);
        document.Add("links", () => new BsonArray(entry.Links.Select(Link)), entry.Links.Count > 0);
        document.Add("rows", () => RowDocuments.Of(entry.Projections), !RowDocuments.IsEmpty(entry.Projections));
        return document;
    }

    public static StoredCommit Read(BsonDocument document) => new(
        document["position"].AsInt64,
        new StreamId(document["stream"].AsString),
        document["version"].AsInt64,
        new CommitId(Guid.ParseExact(document["id"].AsString, "N")),
        document.TryGetValue("dedupe", out var dedupe) ? dedupe.AsString : null,
        new Digest(document["hash"].AsString),
        document["bytes"].AsByteArray);

    private static BsonDocument Link(PersonLink link) => new() { { "person", link.Person }, { "stream", link.Stream.Value } };

    private static BsonBinaryData Binary(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());
}

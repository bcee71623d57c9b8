using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Indexes;

/// <summary>The indexes that are made at the start. Each begins with the workspace, which is the key to shard by.</summary>
internal static class IndexSet
{
    public static IReadOnlyList<(string Collection, CreateIndexModel<BsonDocument> Index)> All { get; } =
    [
        (Collections.Commits, Unique("by_position", ["position"])),
        (Collections.Commits, Unique("by_stream", ["stream", "version"])),
        (Collections.Commits, Unique("by_id", ["id"])),
        (Collections.Commits, Unique("by_dedupe", ["dedupe"], where: "dedupe")),
        (Collections.Commits, Unique("by_key", ["stream"], where: "key")),
        (Collections.Commits, Plain("by_person", ["links.person"], where: "links")),
        (Collections.Commits, Plain("by_linked", ["links.stream"], where: "links")),
        (Collections.WorkItems, Plain("by_id", ["generation", "id"])),
        (Collections.WorkItems, Plain("by_wake", ["generation", "wakeAt", "id"], where: "wakeAt")),
        (Collections.Approvals, Plain("by_id", ["generation", "id"])),
        (Collections.Records, Plain("by_id", ["generation", "id"])),
        (Collections.Ledger, Plain("by_id", ["generation", "id"])),
        (Collections.Knowledge, Unique("by_item", ["item"])),
        (Collections.Knowledge, Plain("by_position", ["-position", "item"])),
        (Collections.Knowledge, Plain("by_source", ["source"])),
        (Collections.Knowledge, Plain("by_subject", ["subjects", "position"])),
        (Collections.Knowledge, Plain("by_model", ["models", "item"])),
        (Collections.Knowledge, Words()),
        (Collections.KnowledgeGone, Plain("by_applied", ["applied"])),
        (Collections.BlobChunks, Unique("by_file", ["files_id", "n"])),
        (Collections.BlobFiles, Plain("by_name", ["filename", "uploadDate"])),
    ];

    private static CreateIndexModel<BsonDocument> Unique(string name, string[] fields, string? where = null) => Of(name, fields, where, unique: true);

    private static CreateIndexModel<BsonDocument> Plain(string name, string[] fields, string? where = null) => Of(name, fields, where, unique: null);

    private static CreateIndexModel<BsonDocument> Of(string name, string[] fields, string? where, bool? unique)
    {
        var keys = new BsonDocument("workspace", 1).AddRange(fields.Select(field => new BsonElement(field.TrimStart('-'), field.StartsWith('-') ? -1 : 1)));
        var options = new CreateIndexOptions<BsonDocument> { Name = name, Unique = unique };
        if (where is not null)
        {
            options.PartialFilterExpression = new BsonDocument(where, new BsonDocument("$exists", true));
        }

        return new CreateIndexModel<BsonDocument>(keys, options);
    }

    /// <summary>Words as they are written: no language's stems and no stop words, so that names and numbers are found too.</summary>
    private static CreateIndexModel<BsonDocument> Words() => new(
        new BsonDocument { { "workspace", 1 }, { "title", "text" }, { "text", "text" } },
        new CreateIndexOptions
        {
            Name = "by_words",
            DefaultLanguage = "none",
            LanguageOverride = "no_such_field",
            Weights = new BsonDocument { { "title", 2 }, { "text", 1 } },
        });
}

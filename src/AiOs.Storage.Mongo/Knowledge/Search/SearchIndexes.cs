using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge.Search;

/// <summary>Definitions of the search indexes, as MongoDB Search and Vector Search document them. Each filter's field is declared.</summary>
internal static class SearchIndexes
{
    public const string WordsName = "aios_words";

    private static readonly string[] TextFilters = ["workspace", "kind", "provenance", "subjects"];
    private static readonly string[] TimeFilters = ["validFrom", "validTo"];

    public static CreateSearchIndexModel Words { get; } = new(WordsName, SearchIndexType.Search, new BsonDocument
    {
        { "analyzers", new BsonArray { Plain() } },
        { "mappings", new BsonDocument { { "dynamic", false }, { "fields", WordFields() } } },
    });

    public static string NameOf(VectorField field, int dimensions) => $"aios_vectors_{field.Key}_{dimensions}";

    public static CreateSearchIndexModel Vectors(VectorField field, int dimensions)
    {
        var vector = new BsonDocument { { "type", "vector" }, { "path", field.Values }, { "numDimensions", dimensions }, { "similarity", "cosine" } };
        var filters = TextFilters.Append("superseded").Concat(TimeFilters).Select(path => new BsonDocument { { "type", "filter" }, { "path", path } });
        return new(NameOf(field, dimensions), SearchIndexType.VectorSearch, new BsonDocument("fields", new BsonArray(filters.Prepend(vector))));
    }

    private static BsonDocument WordFields()
    {
        var fields = new BsonDocument
        {
            { "title", new BsonDocument { { "type", "string" }, { "analyzer", "plain" } } },
            { "text", new BsonDocument { { "type", "string" }, { "analyzer", "plain" } } },
            { "superseded", new BsonDocument("type", "boolean") },
        };
        fields.AddRange(TextFilters.Select(name => new BsonElement(name, new BsonDocument("type", "token"))));
        return fields.AddRange(TimeFilters.Select(name => new BsonElement(name, new BsonDocument { { "type", "number" }, { "representation", "int64" } })));
    }

    /// <summary>Words as they are written, small and without marks.</summary>
    private static BsonDocument Plain() => new()
    {
        { "name", "plain" },
        { "charFilters", new BsonArray() },
        { "tokenizer", new BsonDocument("type", "standard") },
        { "tokenFilters", new BsonArray { new BsonDocument("type", "icuFolding") } },
    };
}

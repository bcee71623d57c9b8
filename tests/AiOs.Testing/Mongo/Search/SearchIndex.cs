using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>A search index: for vectors, or for words. What is written is found at once; Atlas takes a moment.</summary>
internal sealed class SearchIndex
{
    public SearchIndex(BsonDocument spec)
    {
        Name = spec.GetValue("name", "default").AsString;
        Type = spec.GetValue("type", "search").AsString;
        Definition = spec.GetValue("definition", BsonNull.Value) as BsonDocument ?? throw new MongoFault(40414, "BSON field 'createSearchIndexes.indexes.definition' is missing but a required field");
        var whole = Type switch
        {
            "vectorSearch" => Definition.GetValue("fields", BsonNull.Value) is BsonArray { Count: > 0 } fields && fields.All(field => field is BsonDocument),
            "search" => Definition.GetValue("mappings", BsonNull.Value) is BsonDocument,
            _ => false,
        };
        if (!whole)
        {
            throw MongoFault.BadValue($"invalid definition of the search index {Name} of type {Type}");
        }
    }

    public string Id { get; } = ObjectId.GenerateNewId().ToString();

    public string Name { get; }

    public string Type { get; }

    public BsonDocument Definition { get; set; }

    public BsonDocument Describe() => new()
    {
        { "id", Id },
        { "name", Name },
        { "type", Type },
        { "status", "READY" },
        { "queryable", true },
        { "latestVersion", 0 },
        { "latestDefinition", Definition },
    };

    /// <summary>A vector index's field of the kind and path; null when there is none.</summary>
    public BsonDocument? VectorField(string kind, string path) => Definition["fields"].AsBsonArray
        .Select(field => field.AsBsonDocument)
        .FirstOrDefault(field => field.GetValue("type", string.Empty) == kind && field.GetValue("path", string.Empty) == path);

    /// <summary>True when the field is indexed as the kind: by name, or because all fields are by their nature.</summary>
    public bool IsMapped(string path, string kind)
    {
        var mapping = Definition["mappings"].AsBsonDocument;
        foreach (var part in path.Split('.'))
        {
            if (mapping.GetValue("fields", BsonNull.Value) is not BsonDocument fields || !fields.TryGetValue(part, out var next))
            {
                return kind != "token" && Truth.Of(mapping.GetValue("dynamic", false));
            }

            mapping = Kinds(next).FirstOrDefault(one => one.GetValue("type", string.Empty) == kind) ?? Kinds(next).First();
        }

        return mapping.GetValue("type", string.Empty) == kind;
    }

    private static IEnumerable<BsonDocument> Kinds(BsonValue field) => field is BsonArray many ? many.Select(one => one.AsBsonDocument) : [field.AsBsonDocument];
}

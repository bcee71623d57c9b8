using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Data;

/// <summary>A document in its collection. The document is never changed in place: a change puts another in.</summary>
internal sealed class StoredDocument(long number, BsonDocument value)
{
    /// <summary>Its place in natural order.</summary>
    public long Number { get; } = number;

    public BsonDocument Value { get; set; } = value;
}

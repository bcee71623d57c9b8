using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>
/// Where the vectors of one model stand in a document: a field of their own, since a search index has a fixed length of vectors. A vector of
/// zeros has no direction and no index takes it, so only its length is kept.
/// </summary>
/// <param name="Model">The model.</param>
internal readonly record struct VectorField(string Model)
{
    private const int KeyLength = 12;

    public string Key => Digest.Of(Encoding.UTF8.GetBytes(Model)).Hex[..KeyLength];

    public string Name => "vectors." + Key;

    public string Values => Name + ".values";

    public static bool IsZero(ReadOnlyMemory<float> values) => values.Span.IndexOfAnyExcept(0f) < 0;

    public static BsonBinaryData Binary(ReadOnlyMemory<float> values) => new BinaryVectorFloat32(values).ToBsonBinaryData();

    /// <summary>Puts a vector into its piece.</summary>
    /// <param name="vector">The vector.</param>
    /// <returns>The update.</returns>
    public BsonDocument Update(KnowledgeVector vector)
    {
        var kept = IsZero(vector.Values) ? new BsonDocument("zeros", vector.Values.Length) : new BsonDocument("values", Binary(vector.Values));
        return new BsonDocument
        {
            { "$set", new BsonDocument(Name, kept) },
            { "$addToSet", new BsonDocument("models", Model) },
        };
    }

    public KnowledgeVector Read(BsonDocument document)
    {
        var kept = document["vectors"][Key].AsBsonDocument;
        var values = kept.TryGetValue("zeros", out var zeros) ? new float[zeros.AsInt32] : kept["values"].AsBsonBinaryData.ToBinaryVector<float>().Data;
        return new KnowledgeVector(new KnowledgeId(document["item"].AsString), Model, values);
    }
}

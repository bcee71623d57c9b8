using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Updates;

/// <summary>Makes the new document of an old one, which it leaves as it is.</summary>
/// <param name="document">The old one; for an upsert what the query says of it.</param>
/// <param name="isInsert">True when the document comes to be by an upsert.</param>
internal delegate BsonDocument DocumentChange(BsonDocument document, bool isInsert);

using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters;

/// <summary>One document against one condition.</summary>
internal delegate bool DocumentTest(BsonDocument document);

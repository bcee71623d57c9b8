using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Aggregation;

/// <summary>An expression over a document. What is not there comes out as null (C#'s).</summary>
internal delegate BsonValue? Expression(EvalScope scope);

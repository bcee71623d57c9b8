using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Filters;

/// <summary>What a filter demands of a field before all else, so that an index can narrow the search. It may let through too much, never too little.</summary>
internal sealed record FilterBound(string Path, BoundSide Side, BsonValue Value);

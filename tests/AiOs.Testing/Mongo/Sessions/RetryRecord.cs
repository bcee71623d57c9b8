using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Sessions;

/// <summary>What a session's newest retryable write has done, statement by statement.</summary>
internal sealed class RetryRecord(long number)
{
    public long Number { get; } = number;

    public Dictionary<int, BsonDocument> Done { get; } = [];
}

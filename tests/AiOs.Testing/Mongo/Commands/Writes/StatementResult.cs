using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>What one statement of a write did.</summary>
internal sealed record StatementResult(int Matched, int Modified, BsonValue? Upserted)
{
    public BsonDocument ToRecord() => new() { { "n", Matched }, { "nModified", Modified }, { "upserted", Upserted is null ? [] : new BsonArray { Upserted } } };

    public static StatementResult FromRecord(BsonDocument record) =>
        new(record["n"].AsInt32, record["nModified"].AsInt32, record["upserted"].AsBsonArray.FirstOrDefault());
}

using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Commands.Writes;

/// <summary>Adds up a write's statements to its reply.</summary>
internal sealed class WriteTally(bool isUpdate)
{
    private readonly BsonArray _upserted = [];
    private int _matched;
    private int _modified;

    public BsonArray Errors { get; } = [];

    public BsonArray Retried { get; } = [];

    public void Add(int at, StatementResult result)
    {
        _matched += result.Matched;
        _modified += result.Modified;
        if (result.Upserted is not null)
        {
            _upserted.Add(new BsonDocument { { "index", at }, { "_id", result.Upserted } });
        }
    }

    public BsonDocument ToReply()
    {
        var reply = new BsonDocument("n", _matched);
        reply.Add("nModified", _modified, isUpdate);
        reply.Add("upserted", _upserted, _upserted.Count > 0);
        reply.Add("writeErrors", Errors, Errors.Count > 0);
        reply.Add("retriedStmtIds", Retried, Retried.Count > 0);
        return reply.Add("ok", 1.0);
    }
}

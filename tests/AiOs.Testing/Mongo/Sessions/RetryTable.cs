using AiOs.Testing.Mongo.Values;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Sessions;

/// <summary>Knows which retryable writes were done, so that a write sent again is answered and not done again.</summary>
internal sealed class RetryTable
{
    private readonly Dictionary<BsonValue, RetryRecord> _sessions = [];

    /// <summary>The record of the write that this command is; null when it is no retryable write.</summary>
    public RetryRecord? For(BsonDocument body)
    {
        if (!body.TryGetValue("txnNumber", out var number) || !body.TryGetValue("lsid", out var session))
        {
            return null;
        }

        var known = _sessions.GetValueOrDefault(session["id"]);
        if (known is not null && number.ToInt64() < known.Number)
        {
            throw new MongoFault(225, $"Retryable write with txnNumber {number} is prohibited on session because a newer retryable write with txnNumber {known.Number} has already started on this session.");
        }

        if (known is null || number.ToInt64() > known.Number)
        {
            _sessions[session["id"]] = known = new RetryRecord(number.ToInt64());
        }

        return known;
    }
}

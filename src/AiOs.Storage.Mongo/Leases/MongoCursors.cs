using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Leases;

/// <summary>Cursors: moved only from where the caller read them, by one write each.</summary>
internal sealed class MongoCursors(MongoPlace place) : ICursors
{
    private const int Longest = 4096;

    private IMongoCollection<BsonDocument> Cursors => place.In(Collections.Cursors);

    /// <inheritdoc/>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        return place.ReadAsync(async stop => (await Cursors.Find(place.One(name)).FirstOrDefaultAsync(stop))?["value"].AsString, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, Longest, nameof(value));
        return place.WriteAsync(() => expected is null ? SetFirstAsync(name, value) : MoveAsync(name, expected, value), cancellationToken);
    }

    private async Task<bool> SetFirstAsync(string name, string value)
    {
        try
        {
            await Cursors.InsertOneAsync(place.One(name).Add("value", value));
            return true;
        }
        catch (MongoWriteException fault) when (MongoFault.IsDuplicate(fault))
        {
            return false;
        }
    }

    private async Task<bool> MoveAsync(string name, string expected, string value)
    {
        var moved = await Cursors.UpdateOneAsync(place.One(name).Add("value", expected), new BsonDocument("$set", new BsonDocument("value", value)));
        return moved.MatchedCount > 0;
    }
}

using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Leases;

/// <summary>Leases by the server's clock alone: <c>$$NOW</c> in one findAndModify, so that no host's clock is ever asked.</summary>
internal sealed class MongoLeases(MongoPlace place) : ILeases
{
    private const string Now = "$$NOW";

    /// <inheritdoc/>
    public Task<Lease?> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, TimeSpan.FromDays(1));
        return place.WriteAsync(() => TakeAsync(name, holder, duration), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        return place.WriteAsync(() => place.In(Collections.Leases).DeleteOneAsync(place.One(name).Add("holder", holder)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Lease?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        var held = place.One(name).Add("$expr", new BsonDocument("$gt", new BsonArray { "$until", Now }));
        return place.ReadAsync(
            async stop => await place.In(Collections.Leases).Find(held).FirstOrDefaultAsync(stop) is { } found ? LeaseOf(name, found) : null,
            cancellationToken);
    }

    /// <summary>The update, as the server runs it: both fields are set from what stood there before.</summary>
    /// <param name="holder">Who takes it.</param>
    /// <param name="duration">For how long.</param>
    /// <returns>An aggregation pipeline.</returns>
    internal static BsonDocument[] Taking(string holder, TimeSpan duration)
    {
        var literal = new BsonDocument("$literal", holder);
        var free = new BsonDocument("$or", new BsonArray
        {
            new BsonDocument("$eq", new BsonArray { "$holder", literal }),
            new BsonDocument("$lte", new BsonArray { new BsonDocument("$ifNull", new BsonArray { "$until", BsonDateTime.Create(DateTime.UnixEpoch) }), Now }),
        });
        var until = new BsonDocument("$add", new BsonArray { Now, (long)Math.Ceiling(duration.TotalMilliseconds) });
        return
        [
            new BsonDocument("$set", new BsonDocument
            {
                { "holder", new BsonDocument("$cond", new BsonArray { free, literal, "$holder" }) },
                { "until", new BsonDocument("$cond", new BsonArray { free, until, "$until" }) },
            }),
        ];
    }

    private static Lease LeaseOf(string name, BsonDocument found) =>
        new(name, found["holder"].AsString, DateTimeOffset.FromUnixTimeMilliseconds(found["until"].AsBsonDateTime.MillisecondsSinceEpoch));

    private async Task<Lease?> TakeAsync(string name, string holder, TimeSpan duration)
    {
        var taking = Builders<BsonDocument>.Update.Pipeline(PipelineDefinition<BsonDocument, BsonDocument>.Create(Taking(holder, duration)));
        var options = new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var found = await place.In(Collections.Leases).FindOneAndUpdateAsync<BsonDocument>(place.One(name), taking, options);
                return found["holder"].AsString == holder ? LeaseOf(name, found) : null;
            }
            catch (Exception fault) when (attempt == 0 && MongoFault.IsDuplicate(fault))
            {
                // Another host made the document in this moment; now it is there.
            }
        }
    }
}

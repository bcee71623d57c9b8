using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>
/// Keeps batches without a transaction: each piece remembers the batch it came with, so that an older batch never overwrites a newer one; a piece
/// that was taken away leaves its name behind, so that an older batch on its way does not bring it back; the position is moved last.
/// </summary>
internal sealed class KnowledgeWriter(MongoPlace place)
{
    private const string Name = "knowledge";
    private const long NamesKeptFor = 100_000;

    private static readonly BulkWriteOptions Unordered = new() { IsOrdered = false };

    private IMongoCollection<BsonDocument> Items => place.In(Collections.Knowledge);

    private IMongoCollection<BsonDocument> Gone => place.In(Collections.KnowledgeGone);

    public async Task<(long Epoch, long Position)> PlaceAsync(CancellationToken cancellationToken)
    {
        var state = await place.State.Find(place.One(Name)).FirstOrDefaultAsync(cancellationToken);
        return state is null ? (0, 0) : (state["epoch"].ToInt64(), state["position"].ToInt64());
    }

    public async Task ApplyAsync(KnowledgeBatch batch)
    {
        var (epoch, position) = await PlaceAsync(CancellationToken.None);
        if (batch.Position <= position)
        {
            return;
        }

        var items = batch.Items.GroupBy(item => item.Id).Select(group => group.Last()).Where(item => !batch.Removed.Contains(item.Id)).ToList();
        await KeepAsync(items, batch.Position);
        await PutAsync([.. batch.Vectors.Where(vector => !batch.Removed.Contains(vector.Item))], new BsonElement("applied", new BsonDocument("$lte", batch.Position)));
        await RemoveAsync(batch.Removed, batch.Position);
        await DropGoneAsync(items, batch.Position);
        await MoveAsync(epoch, batch.Position);
    }

    public Task PutAsync(IReadOnlyList<KnowledgeVector> vectors) => PutAsync(vectors, condition: null);

    public async Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources)
    {
        var (_, position) = await PlaceAsync(CancellationToken.None);
        var from = new BsonElement("source", new BsonDocument("$in", new BsonArray(sources.Select(source => source.Value))));
        var found = await Items.Find(place.Mine(from)).Project<BsonDocument>(new BsonDocument { { "item", 1 }, { "applied", 1 } }).ToListAsync();
        if (found.Count > 0)
        {
            KnowledgeId[] ids = [.. found.Select(document => new KnowledgeId(document["item"].AsString))];
            await RemoveAsync(ids, Math.Max(position, found.Max(document => document["applied"].ToInt64())));
            return ids;
        }

        return [];
    }

    public async Task ClearAsync()
    {
        var update = new BsonDocument { { "$inc", new BsonDocument("epoch", 1L) }, { "$set", new BsonDocument("position", 0L) } };
        await place.State.UpdateOneAsync(place.One(Name), update, new UpdateOptions { IsUpsert = true });
        await Items.DeleteManyAsync(place.Mine());
        await Gone.DeleteManyAsync(place.Mine());
    }

    private async Task KeepAsync(List<KnowledgeItem> items, long applied)
    {
        if (items.Count == 0)
        {
            return;
        }

        var older = new BsonElement("applied", new BsonDocument("$lt", applied));
        await Items.BulkWriteAsync(
            items.Select(item => new UpdateOneModel<BsonDocument>(
                place.One(item.Id.Value).Add(older).Add("content", new BsonDocument("$ne", KnowledgeDocument.ContentOf(item))),
                new BsonDocument { { "$unset", new BsonDocument("vectors", string.Empty) }, { "$set", new BsonDocument("models", new BsonArray()) } })),
            Unordered);
        var writes = items.Select(item => new UpdateOneModel<BsonDocument>(place.One(item.Id.Value).Add(older), KnowledgeDocument.Update(item, applied)) { IsUpsert = true }).ToList();
        if (await RefusedAsync(writes) is { Count: > 0 } refused)
        {
            // A piece that another host made in this moment is there now: an older one gives way, a newer one refuses again, and rightly.
            await RefusedAsync(refused);
        }
    }

    private async Task<List<UpdateOneModel<BsonDocument>>> RefusedAsync(List<UpdateOneModel<BsonDocument>> writes)
    {
        try
        {
            await Items.BulkWriteAsync(writes, Unordered);
            return [];
        }
        catch (MongoBulkWriteException<BsonDocument> fault) when (MongoFault.IsDuplicate(fault))
        {
            return [.. fault.WriteErrors.Select(error => writes[error.Index])];
        }
    }

    private async Task PutAsync(IReadOnlyList<KnowledgeVector> vectors, BsonElement? condition)
    {
        if (vectors.Count == 0)
        {
            return;
        }

        await Items.BulkWriteAsync(
            vectors.Select(vector => new UpdateOneModel<BsonDocument>(
                condition is { } also ? place.One(vector.Item.Value).Add(also) : place.One(vector.Item.Value),
                new VectorField(vector.Model).Update(vector))),
            new BulkWriteOptions { IsOrdered = true });
    }

    private async Task RemoveAsync(IReadOnlyList<KnowledgeId> ids, long applied)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var mark = new BsonDocument("$max", new BsonDocument("applied", applied));
        await Gone.BulkWriteAsync(ids.Distinct().Select(id => new UpdateOneModel<BsonDocument>(place.One(id.Value), mark) { IsUpsert = true }), Unordered);
        await DeleteAsync(ids.Select(id => id.Value), applied);
        await Gone.DeleteManyAsync(place.Mine(new BsonElement("applied", new BsonDocument("$lt", applied - NamesKeptFor))));
    }

    /// <summary>Pieces that a newer batch took away while this one was written.</summary>
    private async Task DropGoneAsync(List<KnowledgeItem> items, long applied)
    {
        if (items.Count == 0)
        {
            return;
        }

        var named = new BsonDocument("$in", new BsonArray(items.Select(item => place.Key(item.Id.Value))));
        var gone = await Gone.Find(place.Mine(new BsonElement("_id", named), new BsonElement("applied", new BsonDocument("$gt", applied)))).ToListAsync();
        if (gone.Count > 0)
        {
            await DeleteAsync(gone.Select(document => document["_id"]["k"].AsString), applied);
        }
    }

    private Task<DeleteResult> DeleteAsync(IEnumerable<string> ids, long applied) => Items.DeleteManyAsync(place.Mine(
        new BsonElement("item", new BsonDocument("$in", new BsonArray(ids))),
        new BsonElement("applied", new BsonDocument("$lte", applied))));

    private async Task MoveAsync(long epoch, long position)
    {
        // Where memory was cleared meanwhile the epoch is another one: nothing is moved, and the rebuild goes on from 0.
        var moved = new BsonDocument("$max", new BsonDocument("position", position));
        var filter = place.One(Name).Add("epoch", epoch);
        try
        {
            await place.State.UpdateOneAsync(filter, moved, new UpdateOptions { IsUpsert = epoch == 0 });
        }
        catch (MongoWriteException fault) when (MongoFault.IsDuplicate(fault))
        {
            await place.State.UpdateOneAsync(filter, moved);
        }
    }
}

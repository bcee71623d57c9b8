using AiOs.Contracts;
using AiOs.Storage.Mongo.Database;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Indexes;

/// <summary>Makes what a workspace needs in its database. Making it again, or from two hosts at once, changes nothing.</summary>
internal sealed class IndexMaker(MongoPlace place)
{
    private const int SchemaVersion = 1;
    private const int OptionsConflict = 85;
    private const int KeySpecsConflict = 86;

    public async Task MakeAsync()
    {
        foreach (var group in IndexSet.All.GroupBy(index => index.Collection, index => index.Index))
        {
            await MakeAsync(group.Key, group);
        }

        await CheckVersionAsync();
        await StartPositionAsync();
    }

    private async Task MakeAsync(string collection, IEnumerable<CreateIndexModel<BsonDocument>> indexes)
    {
        try
        {
            await place.In(collection).Indexes.CreateManyAsync(indexes);
        }
        catch (MongoCommandException fault) when (fault.Code is OptionsConflict or KeySpecsConflict)
        {
            throw new AiOsException($"The collection {collection} has another index of the same name; it belongs to another program or another version, so choose another Storage:MongoDb:Database.", fault);
        }
    }

    private async Task CheckVersionAsync()
    {
        var version = await UpsertAsync("schema", new BsonDocument("version", SchemaVersion));
        if (version["version"].ToInt64() is var found and > SchemaVersion)
        {
            throw new AiOsException($"The database was written by a newer AiOs (schema {found}, this one knows {SchemaVersion}); start the newer one.");
        }
    }

    private Task<BsonDocument> StartPositionAsync() => UpsertAsync("projections", new BsonDocument { { "generation", 1L }, { "position", 0L } });

    private async Task<BsonDocument> UpsertAsync(string name, BsonDocument first)
    {
        var options = new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await place.State.FindOneAndUpdateAsync<BsonDocument>(place.One(name), new BsonDocument("$setOnInsert", first), options);
            }
            catch (Exception fault) when (attempt == 0 && MongoFault.IsDuplicate(fault))
            {
                // Another host made it in this moment; the second try finds it.
            }
        }
    }
}

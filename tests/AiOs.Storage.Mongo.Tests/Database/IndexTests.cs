using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Indexes;
using AiOs.Storage.Mongo.Tests.Support;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Tests.Database;

/// <summary>Indexes are made at the start, by however many hosts.</summary>
public sealed class IndexTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OfSeveralHostsAtOnce_MakesEveryIndexOnce()
    {
        await using var server = await Server.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(index => server.Host($"w{index % 2}").Journal.HeadAsync(Stop)));
        await server.Host().Journal.HeadAsync(Stop);

        using var client = new MongoClient(server.Peer.ConnectionString);
        foreach (var collection in IndexSet.All.GroupBy(index => index.Collection))
        {
            var indexes = await (await client.GetDatabase("aios").GetCollection<BsonDocument>(collection.Key).Indexes.ListAsync(Stop)).ToListAsync(Stop);
            Assert.Equal(
                collection.Select(index => index.Index.Options.Name).Append("_id_").Order(StringComparer.Ordinal),
                indexes.Select(index => index["name"].AsString).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Keys_OfEveryIndex_BeginWithTheWorkspace()
    {
        Assert.True(IndexSet.All.Count > 15);
        Assert.All(IndexSet.All, index => Assert.Equal("workspace", Rendered(index.Index).GetElement(0).Name));
    }

    [Fact]
    public void Keys_OfCommits_AreUnique()
    {
        var unique = IndexSet.All.Where(index => index.Collection == Collections.Commits && index.Index.Options.Unique == true).Select(index => Rendered(index.Index).Names.Skip(1)).ToList();

        Assert.Contains(unique, fields => fields.SequenceEqual(["position"]));
        Assert.Contains(unique, fields => fields.SequenceEqual(["stream", "version"]));
        Assert.Contains(unique, fields => fields.SequenceEqual(["id"]));
        Assert.Contains(unique, fields => fields.SequenceEqual(["dedupe"]));
    }

    [Fact]
    public async Task Start_OnADatabaseOfANewerVersion_IsRefused()
    {
        await using var server = await Server.StartAsync();
        await server.Host().Journal.HeadAsync(Stop);
        using var client = new MongoClient(server.Peer.ConnectionString);
        await client.GetDatabase("aios").GetCollection<BsonDocument>("state").UpdateOneAsync(
            new BsonDocument("_id.k", "schema"), new BsonDocument("$set", new BsonDocument("version", 99)), cancellationToken: Stop);

        var fault = await Assert.ThrowsAsync<Contracts.AiOsException>(() => server.Host().Journal.HeadAsync(Stop));

        Assert.Contains("newer AiOs", fault.Message, StringComparison.Ordinal);
    }

    private static BsonDocument Rendered(CreateIndexModel<BsonDocument> index) =>
        index.Keys.Render(new RenderArgs<BsonDocument>(MongoDB.Bson.Serialization.Serializers.BsonDocumentSerializer.Instance, MongoDB.Bson.Serialization.BsonSerializer.SerializerRegistry));
}

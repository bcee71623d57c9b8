using AiOs.Testing.Mongo;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class SearchTests : PeerTest
{
    protected override MongoPeerOptions Options => new() { Atlas = true, Release = 8 };

    [Theory]
    [InlineData("cosine", 1.0, 0.9, 0.5)]
    [InlineData("dotProduct", 2.5, 0.9, 0.5)]
    public async Task VectorSearch_ByEachSimilarity_ScoresAsAtlas(string similarity, double first, double second, double third)
    {
        await PutAsync("{ _id: 1, v: [4.0, 0], w: 'x' }", "{ _id: 2, v: [0.8, 0.6], w: 'x' }", "{ _id: 3, v: [0, 1.0], w: 'x' }", "{ _id: 4, v: [1.0, 0], w: 'y' }", "{ _id: 5 }");
        await VectorIndexAsync(similarity);

        var found = await VectorsAsync("{ index: 'vectors', path: 'v', queryVector: [1.0, 0], numCandidates: 50, limit: 3, filter: { w: 'x' } }");

        Assert.Equal([1, 2, 3], found.Select(one => one["_id"].AsInt32));
        Assert.Equal([first, second, third], found.Select(one => Math.Round(one["score"].AsDouble, 6)));
    }

    [Fact]
    public async Task VectorSearch_BinaryVectors_AreReadAsFloats()
    {
        await Things.InsertOneAsync(new BsonDocument { { "_id", 1 }, { "v", Packed(0.8f, 0.6f) }, { "w", "x" } }, null, Token);
        await VectorIndexAsync("cosine");

        var found = await Things.AggregateAsync<BsonDocument>(
            new[]
            {
                new BsonDocument("$vectorSearch", new BsonDocument { { "index", "vectors" }, { "path", "v" }, { "queryVector", Packed(1, 0) }, { "exact", true }, { "limit", 1 } }),
                Doc("{ $project: { score: { $meta: 'vectorSearchScore' } } }"),
            },
            null,
            Token);

        Assert.Equal(0.9, (await found.SingleAsync(Token))["score"].AsDouble, 0.00001);
    }

    [Theory]
    [InlineData("{ index: 'vectors', path: 'v', queryVector: [1.0], numCandidates: 5, limit: 3 }")]
    [InlineData("{ index: 'vectors', path: 'other', queryVector: [1.0, 0], numCandidates: 5, limit: 3 }")]
    [InlineData("{ index: 'vectors', path: 'v', queryVector: [1.0, 0], numCandidates: 2, limit: 3 }")]
    [InlineData("{ index: 'vectors', path: 'v', queryVector: [1.0, 0], limit: 3 }")]
    [InlineData("{ index: 'vectors', path: 'v', queryVector: [1.0, 0], numCandidates: 5, limit: 3, filter: { z: 1 } }")]
    public async Task VectorSearch_AgainstItsDefinition_IsRefused(string spec)
    {
        await PutAsync("{ _id: 1, v: [1.0, 0] }");
        await VectorIndexAsync("cosine");

        Assert.Equal(8, (await Assert.ThrowsAsync<MongoCommandException>(() => VectorsAsync(spec))).Code);
    }

    [Fact]
    public async Task Search_Compound_FiltersAndScores()
    {
        await PutAsync("{ _id: 1, t: 'late invoice', w: 'x' }", "{ _id: 2, t: 'the invoice is an invoice', w: 'x' }", "{ _id: 3, t: 'invoice', w: 'y' }", "{ _id: 4, t: 'offer', w: 'x' }");
        await Things.SearchIndexes.CreateOneAsync(
            new CreateSearchIndexModel("words", Doc("{ mappings: { dynamic: false, fields: { t: { type: 'string' }, w: { type: 'token' } } } }")), Token);

        var found = await (await Things.AggregateAsync<BsonDocument>(
            new[]
            {
                Doc("{ $search: { index: 'words', compound: { filter: [{ equals: { path: 'w', value: 'x' } }], must: [{ text: { query: 'invoice', path: 't' } }], should: [{ text: { query: 'late', path: 't' } }] } } }"),
                Doc("{ $limit: 10 }"),
                Doc("{ $project: { score: { $meta: 'searchScore' } } }"),
            },
            null,
            Token)).ToListAsync(Token);

        Assert.Equal([1, 2], found.Select(one => one["_id"].AsInt32));
        Assert.True(found[0]["score"].AsDouble > found[1]["score"].AsDouble && found[1]["score"].AsDouble > 0);
    }

    [Fact]
    public async Task SearchIndexes_MadeListedAndDropped_AreQueryable()
    {
        await PutAsync("{ _id: 1 }");
        await VectorIndexAsync("cosine");
        await VectorIndexAsync("cosine");

        var listed = Assert.Single(await (await Things.SearchIndexes.ListAsync("vectors", null, Token)).ToListAsync(Token));
        Assert.Equal(("vectorSearch", "READY", true), (listed["type"].AsString, listed["status"].AsString, listed["queryable"].AsBoolean));
        Assert.Equal(68, (await Assert.ThrowsAsync<MongoCommandException>(() => VectorIndexAsync("dotProduct"))).Code);

        await Things.SearchIndexes.DropOneAsync("vectors", Token);
        Assert.Empty(await (await Things.SearchIndexes.ListAsync(null, null, Token)).ToListAsync(Token));
    }

    [Theory]
    [InlineData(7, 59, 6047401)]
    [InlineData(8, 31082, 31082)]
    public async Task Search_OnAPlainServer_IsRefusedByRelease(int release, int command, int stage)
    {
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions { Release = release });
        using var client = new MongoClient(peer.ConnectionString);
        var things = client.GetDatabase("shop").GetCollection<BsonDocument>("things");
        await things.InsertOneAsync(Doc("{}"), null, Token);

        var made = await Assert.ThrowsAsync<MongoCommandException>(() => things.SearchIndexes.CreateOneAsync(Doc("{ mappings: { dynamic: true } }"), "x", Token));
        var listed = await Assert.ThrowsAsync<MongoCommandException>(() => things.SearchIndexes.ListAsync(null, null, Token));
        var searched = await Assert.ThrowsAsync<MongoCommandException>(() => things.AggregateAsync<BsonDocument>(new[] { Doc("{ $search: {} }") }, null, Token));

        Assert.Equal((command, stage, stage), (made.Code, listed.Code, searched.Code));
    }

    private static BsonBinaryData Packed(params float[] numbers) =>
        new([0x27, 0, .. numbers.SelectMany(BitConverter.GetBytes)], (BsonBinarySubType)9);

    private Task<string> VectorIndexAsync(string similarity) => Things.SearchIndexes.CreateOneAsync(
        new CreateSearchIndexModel(
            "vectors",
            SearchIndexType.VectorSearch,
            Doc($"{{ fields: [{{ type: 'vector', path: 'v', numDimensions: 2, similarity: '{similarity}' }}, {{ type: 'filter', path: 'w' }}] }}")),
        Token);

    private async Task<List<BsonDocument>> VectorsAsync(string spec) => await (await Things.AggregateAsync<BsonDocument>(
        new[] { new BsonDocument("$vectorSearch", Doc(spec)), Doc("{ $project: { score: { $meta: 'vectorSearchScore' } } }") }, null, Token)).ToListAsync(Token);
}

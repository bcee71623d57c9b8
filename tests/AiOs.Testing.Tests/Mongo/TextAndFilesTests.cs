using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;

namespace AiOs.Testing.Tests.Mongo;

public sealed class TextAndFilesTests : PeerTest
{
    [Fact]
    public async Task Text_ByScore_PutsTheBestFirst()
    {
        await Things.Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(
                Doc("{ title: 'text', body: 'text' }"), new CreateIndexOptions { Weights = Doc("{ title: 10 }"), DefaultLanguage = "none", Name = "words" }),
            null,
            Token);
        await PutAsync("{ _id: 1, title: 'late invoice', body: 'Müller' }", "{ _id: 2, title: 'hello', body: 'an invoice, an invoice' }", "{ _id: 3, title: 'offer' }");

        var found = await Things.Find(Doc("{ $text: { $search: 'Invoice muller' } }"))
            .Project(Doc("{ score: { $meta: 'textScore' } }")).Sort(Doc("{ score: { $meta: 'textScore' } }")).ToListAsync(Token);

        Assert.Equal([1, 2], found.Select(one => one["_id"].AsInt32));
        // 10 * (0.5 / 2 + 0.5) for the title, and 1 for the body.
        Assert.Equal(7.5 + 1.0, found[0]["score"].AsDouble, 0.001);
        Assert.Equal("2", await IdsAsync("{ $text: { $search: 'invoice -late' } }"));
        Assert.Equal("1", await IdsAsync("{ $text: { $search: '\"late invoice\"' } }"));
    }

    [Fact]
    public async Task Text_WithAPrefixField_NeedsItsValue()
    {
        await Things.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Doc("{ w: 1, body: 'text' }")), null, Token);
        await PutAsync("{ _id: 1, w: 'x', body: 'Invoices were sent' }", "{ _id: 2, w: 'y', body: 'an invoice' }");

        Assert.Equal("1", await IdsAsync("{ w: 'x', $text: { $search: 'invoice' } }"));
        Assert.Equal(291, (await Assert.ThrowsAsync<MongoCommandException>(() => IdsAsync("{ $text: { $search: 'invoice' } }"))).Code);
    }

    [Fact]
    public async Task GridFs_ThreeHundredKilobytes_ComeBackChunkByChunk()
    {
        var bucket = new GridFSBucket(Database, new GridFSBucketOptions { ChunkSizeBytes = 100 * 1024 });
        var bytes = new byte[300 * 1024];
        new Random(5).NextBytes(bytes);

        var id = await bucket.UploadFromBytesAsync("letter.pdf", bytes, new GridFSUploadOptions { Metadata = Doc("{ sha: 'x' }") }, Token);

        Assert.Equal(bytes, await bucket.DownloadAsBytesAsync(id, null, Token));
        Assert.Equal(bytes, await bucket.DownloadAsBytesByNameAsync("letter.pdf", null, Token));
        Assert.Equal(3, await Database.GetCollection<BsonDocument>("fs.chunks").CountDocumentsAsync(Doc("{}"), null, Token));
        await bucket.DeleteAsync(id, Token);
        await Assert.ThrowsAsync<GridFSFileNotFoundException>(() => bucket.DownloadAsBytesAsync(id, null, Token));
        Assert.Equal(0, await Database.GetCollection<BsonDocument>("fs.chunks").CountDocumentsAsync(Doc("{}"), null, Token));
    }

    [Fact]
    public async Task Collections_MadeAndDropped_AreListed()
    {
        await Database.CreateCollectionAsync("made", null, Token);
        await PutAsync("{ _id: 1 }");

        Assert.Equal(["made", "things"], await (await Database.ListCollectionNamesAsync(null, Token)).ToListAsync(Token));
        Assert.Equal(48, (await Assert.ThrowsAsync<MongoCommandException>(() => Database.CreateCollectionAsync("made", null, Token))).Code);
        Assert.Contains("shop", await (await Client.ListDatabaseNamesAsync(Token)).ToListAsync(Token));

        await Database.DropCollectionAsync("made", Token);
        await Client.DropDatabaseAsync("shop", Token);

        Assert.Empty(await (await Database.ListCollectionNamesAsync(null, Token)).ToListAsync(Token));
    }

    [Fact]
    public async Task Update_OverSixteenMegabytes_IsRefused()
    {
        await Things.InsertOneAsync(new BsonDocument { { "_id", 1 }, { "a", new string('x', 9_000_000) } }, null, Token);

        var error = await Assert.ThrowsAsync<MongoWriteException>(
            () => Things.UpdateOneAsync(Doc("{}"), new BsonDocument("$set", new BsonDocument("b", new string('y', 8_000_000))), null, Token));

        Assert.Equal(17419, error.WriteError.Code);
    }
}

using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class CrudTests : PeerTest
{
    [Fact]
    public async Task Insert_ThenFind_GivesTheSameDocument()
    {
        var document = Doc("{ _id: 1, a: { b: [1, 'x', null] }, n: NumberLong(5), d: NumberDecimal('1.50') }");
        await Things.InsertOneAsync(document, null, Token);

        Assert.Equal(document, await Things.Find(Doc("{ 'a.b': 'x' }")).SingleAsync(Token));
    }

    [Fact]
    public async Task Insert_SameIdTwice_IsDuplicateKey()
    {
        await PutAsync("{ _id: 1 }");

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.InsertOneAsync(Doc("{ _id: 1 }"), null, Token));

        Assert.Equal((11000, ServerErrorCategory.DuplicateKey), (error.WriteError.Code, error.WriteError.Category));
    }

    [Fact]
    public async Task InsertMany_OrderedWithOneTwice_StopsThere()
    {
        var documents = new[] { 1, 2, 1, 3 }.Select(id => new BsonDocument("_id", id));

        var error = await Assert.ThrowsAsync<MongoBulkWriteException<BsonDocument>>(() => Things.InsertManyAsync(documents, null, Token));

        Assert.Equal(2, Assert.Single(error.WriteErrors).Index);
        Assert.Equal("1 2", await IdsAsync("{}"));
    }

    [Fact]
    public async Task InsertMany_UnorderedWithOneTwice_GoesOn()
    {
        var documents = new[] { 1, 2, 1, 3 }.Select(id => new BsonDocument("_id", id));

        var error = await Assert.ThrowsAsync<MongoBulkWriteException<BsonDocument>>(
            () => Things.InsertManyAsync(documents, new InsertManyOptions { IsOrdered = false }, Token));

        Assert.Equal((2, 11000), (error.WriteErrors[0].Index, error.WriteErrors[0].Code));
        Assert.Equal("1 2 3", await IdsAsync("{}"));
    }

    [Fact]
    public async Task Update_Modifiers_DoWhatTheySay()
    {
        await PutAsync("{ _id: 1, n: 1, low: 5, high: 5, gone: 1, list: [1, 2, 3, 2] }");

        var result = await Things.UpdateOneAsync(
            Doc("{ _id: 1 }"),
            Doc("{ $set: { 'a.b': 1 }, $inc: { n: NumberLong(2) }, $min: { low: 3 }, $max: { high: 9 }, $unset: { gone: '' }, $pull: { list: 2 } }"),
            null,
            Token);
        await Things.UpdateOneAsync(Doc("{ _id: 1 }"), Doc("{ $push: { list: { $each: [9, 8], $position: 0 } }, $addToSet: { set: 'x' } }"), null, Token);

        Assert.Equal((1L, 1L), (result.MatchedCount, result.ModifiedCount));
        Assert.Equal(
            Doc("{ _id: 1, n: NumberLong(3), low: 3, high: 9, list: [9, 8, 1, 3], a: { b: 1 }, set: ['x'] }"),
            await Things.Find(Doc("{}")).SingleAsync(Token));
    }

    [Fact]
    public async Task Update_ThatChangesNothing_IsMatchedNotModified()
    {
        await PutAsync("{ _id: 1, a: 1 }");

        var result = await Things.UpdateOneAsync(Doc("{ _id: 1 }"), Doc("{ $set: { a: 1 } }"), null, Token);

        Assert.Equal((1L, 0L), (result.MatchedCount, result.ModifiedCount));
    }

    [Fact]
    public async Task Update_Upsert_TakesTheQuerysEqualities()
    {
        var result = await Things.UpdateOneAsync(
            Doc("{ _id: 7, kind: 'a', n: { $gt: 3 } }"), Doc("{ $set: { x: 1 }, $setOnInsert: { born: true } }"), new UpdateOptions { IsUpsert = true }, Token);

        Assert.Equal(7, result.UpsertedId);
        Assert.Equal(Doc("{ _id: 7, kind: 'a', born: true, x: 1 }"), await Things.Find(Doc("{}")).SingleAsync(Token));
    }

    [Fact]
    public async Task Replace_OneDocument_KeepsItsId()
    {
        await PutAsync("{ _id: 1, a: 1 }");

        await Things.ReplaceOneAsync(Doc("{ a: 1 }"), Doc("{ b: 2 }"), (ReplaceOptions?)null, Token);

        Assert.Equal(Doc("{ _id: 1, b: 2 }"), await Things.Find(Doc("{}")).SingleAsync(Token));
    }

    [Fact]
    public async Task Update_OfTheId_IsRefused()
    {
        await PutAsync("{ _id: 1 }");

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.UpdateOneAsync(Doc("{}"), Doc("{ $set: { _id: 2 } }"), null, Token));

        Assert.Equal(66, error.WriteError.Code);
    }

    [Fact]
    public async Task Delete_OneAndMany_CountWhatGoes()
    {
        await PutAsync("{ _id: 1, a: 1 }", "{ _id: 2, a: 1 }", "{ _id: 3, a: 1 }", "{ _id: 4 }");

        Assert.Equal(1, (await Things.DeleteOneAsync(Doc("{ a: 1 }"), Token)).DeletedCount);
        Assert.Equal(2, (await Things.DeleteManyAsync(Doc("{ a: 1 }"), Token)).DeletedCount);
        Assert.Equal("4", await IdsAsync("{}"));
    }

    [Fact]
    public async Task FindAndModify_SortUpsertAndNew_GivesTheDocumentAsItIs()
    {
        await PutAsync("{ _id: 1, n: 1 }", "{ _id: 2, n: 2 }");
        var after = new FindOneAndUpdateOptions<BsonDocument> { ReturnDocument = ReturnDocument.After, Sort = Doc("{ n: -1 }"), IsUpsert = true };

        Assert.Equal(Doc("{ _id: 2, n: 12 }"), await Things.FindOneAndUpdateAsync(Doc("{}"), Doc("{ $inc: { n: 10 } }"), after, Token));
        Assert.Equal(Doc("{ _id: 9, n: 10 }"), await Things.FindOneAndUpdateAsync(Doc("{ _id: 9 }"), Doc("{ $inc: { n: 10 } }"), after, Token));
        Assert.Null(await Things.FindOneAndUpdateAsync<BsonDocument>(Doc("{ _id: 99 }"), Doc("{ $inc: { n: 1 } }"), null, Token));
        Assert.Equal(Doc("{ _id: 1, n: 1 }"), await Things.FindOneAndDeleteAsync<BsonDocument>(Doc("{ _id: 1 }"), null, Token));
    }

    [Fact]
    public async Task Find_SmallBatches_GivesAllInOrder()
    {
        await Things.InsertManyAsync(Enumerable.Range(0, 250).Select(id => new BsonDocument("_id", id)), null, Token);

        var cursor = await Things.FindAsync(
            Doc("{}"), new FindOptions<BsonDocument> { BatchSize = 40, Sort = Doc("{ _id: -1 }"), Skip = 10 }, Token);
        var ids = (await cursor.ToListAsync(Token)).Select(found => found["_id"].AsInt32);

        Assert.Equal(Enumerable.Range(0, 240).Reverse(), ids);
        Assert.Equal(0, Peer.OpenCursors);
        Assert.Equal(5, Peer.Log.All.Count(command => command.Name == "getMore"));
    }

    [Fact]
    public async Task Count_AndDistinct_GoByTheFilter()
    {
        await PutAsync("{ _id: 1, t: ['a', 'b'] }", "{ _id: 2, t: ['b', 'c'] }", "{ _id: 3, t: 'z' }");

        Assert.Equal(2, await Things.CountDocumentsAsync(Doc("{ t: 'b' }"), null, Token));
        Assert.Equal(3, await Things.EstimatedDocumentCountAsync(null, Token));
        var values = await (await Things.DistinctAsync<string>("t", Doc("{ _id: { $lt: 3 } }"), null, Token)).ToListAsync(Token);
        Assert.Equal(["a", "b", "c"], values);
    }
}

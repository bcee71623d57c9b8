using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class UniqueIndexTests : PeerTest
{
    [Fact]
    public async Task Unique_Compound_TellsTheKey()
    {
        await IndexAsync("{ w: 1, 'a.n': -1 }", new CreateIndexOptions { Unique = true, Name = "wn" });
        await PutAsync("{ _id: 1, w: 'x', a: { n: 1 } }", "{ _id: 2, w: 'y', a: { n: 1 } }");

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.InsertOneAsync(Doc("{ _id: 3, w: 'x', a: { n: 1.0 } }"), null, Token));

        Assert.Equal(11000, error.WriteError.Code);
        Assert.Contains("E11000 duplicate key error collection: shop.things index: wn dup key", error.WriteError.Message, StringComparison.Ordinal);
        Assert.Equal("1 2", await IdsAsync("{}"));
    }

    [Fact]
    public async Task Unique_DuplicateBySimpleCommand_CarriesPatternAndValue()
    {
        await IndexAsync("{ k: 1 }", new CreateIndexOptions { Unique = true });
        await PutAsync("{ _id: 1, k: 5 }");

        var reply = await Database.RunCommandAsync<BsonDocument>(Doc("{ insert: 'things', documents: [{ _id: 2, k: 5 }] }"), null, Token);

        Assert.Equal(
            (Doc("{ k: 1 }"), Doc("{ k: 5 }"), 0),
            (reply["writeErrors"][0]["keyPattern"], reply["writeErrors"][0]["keyValue"], reply["writeErrors"][0]["index"].AsInt32));
    }

    [Fact]
    public async Task Unique_Partial_BindsOnlyWhatMatches()
    {
        await IndexAsync("{ k: 1 }", new CreateIndexOptions<BsonDocument> { Unique = true, PartialFilterExpression = Doc("{ live: true }") });

        await PutAsync("{ _id: 1, k: 1, live: true }", "{ _id: 2, k: 1, live: false }", "{ _id: 3, k: 1 }");

        await DuplicateAsync("{ _id: 4, k: 1, live: true }");
        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.UpdateOneAsync(Doc("{ _id: 3 }"), Doc("{ $set: { live: true } }"), null, Token));
        Assert.Equal(11000, error.WriteError.Code);
    }

    [Fact]
    public async Task Unique_ArrayField_HoldsAcrossDocumentsOnly()
    {
        await IndexAsync("{ alias: 1 }", new CreateIndexOptions { Unique = true });

        await PutAsync("{ _id: 1, alias: ['a', 'b', 'a'] }", "{ _id: 2, alias: 'c' }");

        await DuplicateAsync("{ _id: 3, alias: ['x', 'b'] }");
        Assert.Equal("1", await IdsAsync("{ alias: 'b' }"));
    }

    [Fact]
    public async Task Unique_Missing_CountsAsNullUnlessSparse()
    {
        await IndexAsync("{ k: 1 }", new CreateIndexOptions { Unique = true });
        await IndexAsync("{ s: 1 }", new CreateIndexOptions { Unique = true, Sparse = true });
        await PutAsync("{ _id: 1 }", "{ _id: 2, k: 1 }");

        await DuplicateAsync("{ _id: 3 }");
        await DuplicateAsync("{ _id: 3, k: null }");
    }

    [Fact]
    public async Task Unique_OverDuplicates_IsNotMade()
    {
        await PutAsync("{ _id: 1, k: 1 }", "{ _id: 2, k: 1 }");

        var error = await Assert.ThrowsAsync<MongoCommandException>(() => IndexAsync("{ k: 1 }", new CreateIndexOptions { Unique = true }));

        Assert.Equal(11000, error.Code);
        Assert.Single(await (await Things.Indexes.ListAsync(Token)).ToListAsync(Token));
    }

    [Theory]
    [InlineData("{ live: { $ne: null } }")]
    [InlineData("{ live: { $exists: false } }")]
    [InlineData("{ $nor: [{ live: true }] }")]
    public async Task Index_PartialByNegation_CannotBeMade(string filter)
    {
        var error = await Assert.ThrowsAsync<MongoCommandException>(
            () => IndexAsync("{ k: 1 }", new CreateIndexOptions<BsonDocument> { PartialFilterExpression = Doc(filter) }));

        Assert.Equal(67, error.Code);
    }

    [Fact]
    public async Task Index_TwoArrays_CannotBeIndexed()
    {
        await IndexAsync("{ a: 1, b: 1 }", new CreateIndexOptions());

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.InsertOneAsync(Doc("{ a: [1], b: [2] }"), null, Token));

        Assert.Equal(171, error.WriteError.Code);
    }

    [Fact]
    public async Task Index_MadeAgain_IsNoErrorAndOtherwiseIs()
    {
        await IndexAsync("{ k: 1 }", new CreateIndexOptions { Name = "k" });
        await IndexAsync("{ k: 1 }", new CreateIndexOptions { Name = "k" });

        var name = await Assert.ThrowsAsync<MongoCommandException>(() => IndexAsync("{ k: 1 }", new CreateIndexOptions { Name = "other" }));
        var options = await Assert.ThrowsAsync<MongoCommandException>(() => IndexAsync("{ k: 1 }", new CreateIndexOptions { Name = "k", Unique = true }));

        Assert.Equal((85, 86), (name.Code, options.Code));
        await Things.Indexes.DropOneAsync("k", Token);
        Assert.Equal(27, (await Assert.ThrowsAsync<MongoCommandException>(() => Things.Indexes.DropOneAsync("k", Token))).Code);
    }

    /// <summary>Without the index every writer wins each place: that is the negative control.</summary>
    [Theory]
    [InlineData(true, 40)]
    [InlineData(false, 640)]
    public async Task Unique_SixteenWriters_HaveOneWinnerEach(bool unique, int wins)
    {
        await IndexAsync("{ w: 1, position: 1 }", new CreateIndexOptions { Unique = unique });
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(WriteAsync));

        Assert.Equal(wins, won.Sum());
        Assert.Equal(wins, await Things.CountDocumentsAsync(Doc("{}"), null, Token));
        Assert.Equal(640, Peer.Log.Writes.Count);

        async Task<int> WriteAsync(int writer)
        {
            var wins = 0;
            for (var position = 0; position < 40; position++)
            {
                try
                {
                    await Things.InsertOneAsync(new BsonDocument { { "w", "x" }, { "position", position }, { "by", writer } }, null, Token);
                    wins++;
                }
                catch (MongoWriteException lost) when (lost.WriteError.Code == 11000)
                {
                }
            }

            return wins;
        }
    }

    private Task<string> IndexAsync(string keys, CreateIndexOptions options) =>
        Things.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Doc(keys), options), null, Token);

    private async Task DuplicateAsync(string document)
    {
        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.InsertOneAsync(Doc(document), null, Token));
        Assert.Equal(11000, error.WriteError.Code);
    }
}

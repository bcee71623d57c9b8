using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class FilterTests : PeerTest
{
    [Theory]
    [InlineData("{ a: 1 }", "1 2 6")]
    [InlineData("{ a: { $gt: 1 } }", "6")]
    [InlineData("{ a: { $gte: 1, $lt: 2 } }", "1 2 6")]
    [InlineData("{ a: null }", "3 4")]
    [InlineData("{ a: { $ne: null } }", "1 2 5 6 7 8")]
    [InlineData("{ a: { $exists: false } }", "4")]
    [InlineData("{ a: { $in: [1, /^te/] } }", "1 2 5 6")]
    [InlineData("{ a: { $nin: [1, 'text'] } }", "3 4 7 8")]
    [InlineData("{ a: { $regex: 'EX', $options: 'i' } }", "5")]
    [InlineData("{ a: { $not: { $gt: 0 } } }", "3 4 5 7 8")]
    [InlineData("{ a: { $type: 'number' } }", "1 2 6")]
    [InlineData("{ a: { $type: 'array' } }", "6 8")]
    [InlineData("{ a: { $size: 2 } }", "6 8")]
    [InlineData("{ a: [1, 2] }", "6")]
    [InlineData("{ a: { $all: [1, 2] } }", "6")]
    [InlineData("{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }", "6")]
    [InlineData("{ a: { $elemMatch: { x: 1, y: 2 } } }", "")]
    [InlineData("{ 'a.x': 1, 'a.y': 2 }", "8")]
    [InlineData("{ 'a.x': 1 }", "7 8")]
    [InlineData("{ 'a.1.y': 2 }", "8")]
    [InlineData("{ 'a.x': null }", "1 2 3 4 5 8")]
    [InlineData("{ a: { x: 1 } }", "7 8")]
    [InlineData("{ a: { $mod: [2, 1] } }", "1 2 6")]
    [InlineData("{ $or: [{ a: 'text' }, { _id: 1 }] }", "1 5")]
    [InlineData("{ $nor: [{ a: 1 }, { a: null }] }", "5 7 8")]
    [InlineData("{ $and: [{ a: 1 }, { _id: { $lte: 2 } }] }", "1 2")]
    [InlineData("{ $expr: { $gt: ['$_id', 6] } }", "7 8")]
    public async Task Find_EachOperator_GivesWhatTheServerGives(string filter, string ids)
    {
        await PutAsync(
            "{ _id: 1, a: 1 }",
            "{ _id: 2, a: NumberLong(1) }",
            "{ _id: 3, a: null }",
            "{ _id: 4 }",
            "{ _id: 5, a: 'text' }",
            "{ _id: 6, a: [1, 2] }",
            "{ _id: 7, a: { x: 1 } }",
            "{ _id: 8, a: [{ x: 1 }, { y: 2 }] }");

        Assert.Equal(ids, await IdsAsync(filter));
    }

    [Theory]
    [InlineData("{ a: { $near: 1 } }", 238)]
    [InlineData("{ a: { $foo: 1 } }", 2)]
    [InlineData("{ $foo: 1 }", 2)]
    [InlineData("{ $or: [] }", 2)]
    [InlineData("{ a: { $in: 1 } }", 2)]
    [InlineData("{ $text: { $search: 'x' } }", 27)]
    [InlineData("{ $expr: { $foo: 1 } }", 168)]
    [InlineData("{ $where: 'true' }", 238)]
    public async Task Find_WhatIsUnknown_IsRefused(string filter, int code)
    {
        var error = await Assert.ThrowsAsync<MongoCommandException>(() => IdsAsync(filter));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Sort_AllTypes_FollowsTheServersOrder()
    {
        var values = new BsonArray
        {
            BsonMinKey.Value, BsonNull.Value, double.NaN, double.NegativeInfinity, -1L, new BsonDecimal128(-0.5m), 0, 0.5, 9007199254740993L, double.PositiveInfinity,
            "A", "a", "\uFFFD", "\U0001F600", new BsonDocument("a", 1), new BsonDocument("b", 1), new BsonDocument("a", "x"),
            new BsonBinaryData([9]), new BsonBinaryData([1, 1]), ObjectId.Parse("000000000000000000000001"), false, true,
            new BsonDateTime(-5), new BsonDateTime(5), new BsonTimestamp(1), new BsonRegularExpression("a"), BsonMaxKey.Value,
        };
        var documents = values.Select((value, at) => new BsonDocument { { "_id", at }, { "v", value } }).ToList();
        await Things.InsertManyAsync(documents.AsEnumerable().Reverse(), null, Token);

        var up = await Things.Find(Doc("{}")).Sort(Doc("{ v: 1 }")).ToListAsync(Token);
        var down = await Things.Find(Doc("{}")).Sort(Doc("{ v: -1 }")).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, values.Count), up.Select(found => found["_id"].AsInt32));
        Assert.Equal(Enumerable.Range(0, values.Count).Reverse(), down.Select(found => found["_id"].AsInt32));
    }

    [Fact]
    public async Task Sort_OfArrays_TakesLeastUpAndGreatestDown()
    {
        await PutAsync("{ _id: 1, a: [5, 1] }", "{ _id: 2, a: 2 }", "{ _id: 3, a: [] }", "{ _id: 4 }");

        Assert.Equal([3, 4, 1, 2], (await Things.Find(Doc("{}")).Sort(Doc("{ a: 1 }")).ToListAsync(Token)).Select(found => found["_id"].AsInt32));
        Assert.Equal([1, 2, 4, 3], (await Things.Find(Doc("{}")).Sort(Doc("{ a: -1 }")).ToListAsync(Token)).Select(found => found["_id"].AsInt32));
    }

    [Fact]
    public async Task Find_WithAnIndex_GivesTheSameAsWithout()
    {
        await Things.InsertManyAsync(
            Enumerable.Range(0, 300).Select(id => new BsonDocument { { "_id", id }, { "w", id % 3 }, { "n", id % 7 == 0 ? new BsonArray { id, id + 50 } : id } }), null, Token);
        string[] filters = ["{ w: 1, n: { $gt: 50, $lte: 90 } }", "{ w: 2, n: { $gte: 100 } }", "{ w: 0, n: 60 }", "{ n: 77 }", "{ w: 1, n: { $in: [4, 7] } }", "{ w: { $lt: 1 } }"];
        var before = await Task.WhenAll(filters.Select(SortedAsync));

        await Things.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Doc("{ w: 1, n: -1 }")), null, Token);

        Assert.Equal(before, await Task.WhenAll(filters.Select(SortedAsync)));
        Assert.All(before, Assert.NotEmpty);
    }

    [Theory]
    [InlineData("{ w: 1 }", "{ n: 1 }")]
    [InlineData("{ w: 1 }", "{ w: 1, n: -1 }")]
    [InlineData("{ w: 1, n: { $gt: 40 } }", "{ n: -1 }")]
    [InlineData("{ w: { $gte: 1 } }", "{ w: 1, n: 1 }")]
    [InlineData("{ w: { $lt: 2 } }", "{ w: -1, n: -1 }")]
    [InlineData("{}", "{ _id: -1 }")]
    [InlineData("{}", "{ w: 1, n: -1 }")]
    public async Task Sort_WithAnIndex_GivesTheSameAsWithout(string filter, string sort)
    {
        await Things.InsertManyAsync(Enumerable.Range(0, 90).Select(id => new BsonDocument { { "_id", id }, { "w", id % 3 }, { "n", id * 37 % 90 } }), null, Token);
        var before = await PageAsync();

        await Things.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Doc("{ w: 1, n: -1 }"), new CreateIndexOptions { Unique = true }), null, Token);

        Assert.Equal(before, await PageAsync());
        Assert.Equal(10, before.Count);

        Task<List<BsonDocument>> PageAsync() => Things.Find(Doc(filter)).Sort(Doc(sort)).Skip(3).Limit(10).ToListAsync(Token);
    }

    [Theory]
    [InlineData("{ a: 1 }", "{ _id: 1, a: { b: 1, c: 2 } }")]
    [InlineData("{ 'a.b': 1, _id: 0 }", "{ a: { b: 1 } }")]
    [InlineData("{ 'a.b': 0 }", "{ _id: 1, a: { c: 2 }, l: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }")]
    [InlineData("{ 'l.x': 1 }", "{ _id: 1, l: [{ x: 1 }, { x: 2 }] }")]
    [InlineData("{ l: { $slice: 1 } }", "{ _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 1 }] }")]
    [InlineData("{ l: { $elemMatch: { x: 2 } } }", "{ _id: 1, l: [{ x: 2, y: 2 }] }")]
    [InlineData("{ s: { $add: ['$a.b', '$a.c'] }, _id: 0 }", "{ s: 3 }")]
    public async Task Find_Projection_ShapesTheDocument(string projection, string shaped)
    {
        await PutAsync("{ _id: 1, a: { b: 1, c: 2 }, l: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }");

        Assert.Equal(Doc(shaped), await Things.Find(Doc("{}")).Project(Doc(projection)).SingleAsync(Token));
    }

    private async Task<string> SortedAsync(string filter) =>
        string.Join(' ', (await Things.Find(Doc(filter)).ToListAsync(Token)).Select(found => found["_id"].AsInt32).Order());
}

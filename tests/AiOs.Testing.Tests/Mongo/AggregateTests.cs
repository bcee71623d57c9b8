using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;
using Microsoft.Extensions.Time.Testing;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

public sealed class AggregateTests : PeerTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));

    protected override MongoPeerOptions Options => new() { Clock = _clock };

    [Fact]
    public async Task Group_WithAccumulators_AddsUp()
    {
        await SalesAsync();

        var found = await RunAsync(
            "{ $match: { n: { $gt: 0 } } }",
            "{ $sort: { n: 1 } }",
            "{ $group: { _id: '$k', sum: { $sum: '$n' }, many: { $sum: 1 }, low: { $min: '$n' }, high: { $max: '$n' }, first: { $first: '$n' }, last: { $last: '$n' }, all: { $push: '$n' }, count: { $count: {} } } }",
            "{ $sort: { _id: 1 } }");

        Assert.Equal(Doc("{ _id: 'a', sum: 4, many: 2, low: 1, high: 3, first: 1, last: 3, all: [1, 3], count: 2 }"), found[0]);
        Assert.Equal(Doc("{ _id: 'b', sum: 2, many: 1, low: 2, high: 2, first: 2, last: 2, all: [2], count: 1 }"), found[1]);
    }

    [Fact]
    public async Task Unwind_SetUnsetAndReplace_ShapeDocuments()
    {
        await PutAsync("{ _id: 1, l: [{ x: 1 }, { x: 2 }], k: 5 }", "{ _id: 2, l: [] }");

        var found = await RunAsync(
            "{ $unwind: '$l' }",
            "{ $set: { 'l.y': { $multiply: ['$l.x', '$k'] }, size: { $cond: [{ $gt: ['$l.x', 1] }, 'big', 'small'] } } }",
            "{ $set: { 'l.size': '$size' } }",
            "{ $unset: 'size' }",
            "{ $replaceRoot: { newRoot: '$l' } }");

        Assert.Equal([Doc("{ x: 1, y: 5, size: 'small' }"), Doc("{ x: 2, y: 10, size: 'big' }")], found);
    }

    [Fact]
    public async Task Facet_CountSkipAndLimit_RunSideBySide()
    {
        await SalesAsync();

        var found = await RunAsync("{ $facet: { all: [{ $count: 'n' }], page: [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { n: 1, _id: 0 } }] } }");

        Assert.Equal(Doc("{ all: [{ n: 4 }], page: [{ n: 2 }] }"), Assert.Single(found));
    }

    [Fact]
    public async Task Lease_TakenByPipeline_GoesByTheServersClock()
    {
        var free = Doc("{ _id: 'lease', $expr: { $or: [{ $eq: [{ $type: '$until' }, 'missing'] }, { $lte: ['$until', '$$NOW'] }] } }");
        await PutAsync("{ _id: 'lease' }");

        Assert.Equal(1, await TakeAsync("one"));
        Assert.Equal(0, await TakeAsync("two"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await TakeAsync("two"));

        var lease = await Things.Find(Doc("{}")).SingleAsync(Token);
        Assert.Equal(new BsonDateTime(_clock.GetUtcNow().AddSeconds(30).UtcDateTime), lease["until"]);
        Assert.Equal(2, lease["fence"].AsInt32);

        async Task<long> TakeAsync(string owner) => (await Things.UpdateOneAsync(
            free,
            new BsonDocumentStagePipelineDefinition<BsonDocument, BsonDocument>(
            [
                new BsonDocument("$set", new BsonDocument
                {
                    { "owner", owner },
                    { "until", Doc("{ $dateAdd: { startDate: '$$NOW', unit: 'second', amount: 30 } }") },
                    { "fence", Doc("{ $add: [{ $ifNull: ['$fence', 0] }, 1] }") },
                }),
            ]),
            null,
            Token)).ModifiedCount;
    }

    [Fact]
    public async Task CurrentDate_InAnUpdate_IsTheInjectedClock()
    {
        await PutAsync("{ _id: 1 }");

        await Things.UpdateOneAsync(Doc("{}"), Doc("{ $currentDate: { at: true } }"), null, Token);

        Assert.Equal(_clock.GetUtcNow().UtcDateTime, (await Things.Find(Doc("{}")).SingleAsync(Token))["at"].ToUniversalTime());
    }

    [Fact]
    public async Task Sweep_OfAnIndexWithALifetime_RemovesWhatIsPastIt()
    {
        await Things.Indexes.CreateOneAsync(
            new CreateIndexModel<BsonDocument>(Doc("{ at: 1 }"), new CreateIndexOptions { ExpireAfter = TimeSpan.FromMinutes(1) }), null, Token);
        await Things.InsertOneAsync(new BsonDocument { { "_id", 1 }, { "at", _clock.GetUtcNow().UtcDateTime } }, null, Token);
        await PutAsync("{ _id: 2, at: 'no date' }");

        Assert.Equal(0, Peer.SweepExpired());
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((1, "2"), (Peer.SweepExpired(), await IdsAsync("{}")));
    }

    [Fact]
    public async Task Delay_OfAFind_WaitsOnThePeersClock()
    {
        var fault = Peer.Faults.Next("find", new PeerFault.Delay(TimeSpan.FromHours(1)));

        var found = IdsAsync("{}");
        await fault.FirstStrike;
        Assert.False(found.IsCompleted);
        while (!found.IsCompleted)
        {
            // The wait may begin a moment after the strike: each step brings it nearer to its end.
            _clock.Advance(TimeSpan.FromHours(1));
            await Task.Yield();
        }

        Assert.Equal(string.Empty, await found);
    }

    [Theory]
    [InlineData("{ $add: ['$n', 1.5] }", "3.5")]
    [InlineData("{ $subtract: [ISODate('1970-01-01T00:00:05Z'), ISODate('1970-01-01T00:00:01Z')] }", "4000")]
    [InlineData("{ $divide: ['$n', 4] }", "0.5")]
    [InlineData("{ $mod: [7, '$n'] }", "1")]
    [InlineData("{ $ifNull: ['$none', 'x'] }", "x")]
    [InlineData("{ $concat: ['a', '$s'] }", "atext")]
    [InlineData("{ $size: '$l' }", "3")]
    [InlineData("{ $in: [2, '$l'] }", "true")]
    [InlineData("{ $max: '$l' }", "3")]
    [InlineData("{ $arrayElemAt: ['$l', -1] }", "3")]
    [InlineData("{ $reduce: { input: '$l', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }", "6")]
    [InlineData("{ $let: { vars: { x: 2 }, in: { $multiply: ['$$x', '$n'] } } }", "4")]
    [InlineData("{ $switch: { branches: [{ case: { $eq: ['$n', 2] }, then: 'two' }], default: 'other' } }", "two")]
    [InlineData("{ $toString: '$n' }", "2")]
    [InlineData("{ $cmp: ['$none', null] }", "-1")]
    [InlineData("{ $dateDiff: { startDate: ISODate('2030-01-01T00:00:00Z'), endDate: ISODate('2030-01-03T00:00:00Z'), unit: 'day' } }", "2")]
    public async Task Expression_EachOperator_ComputesTheServersValue(string expression, string value)
    {
        await PutAsync("{ _id: 1, n: 2, s: 'text', l: [1, 2, 3] }");

        var found = await RunAsync($"{{ $project: {{ v: {expression} }} }}");

        Assert.Equal(value, Assert.Single(found)["v"].ToString());
    }

    [Theory]
    [InlineData("{ $foo: 1 }", 40324)]
    [InlineData("{ $lookup: { from: 'x', as: 'y', pipeline: [] } }", 238)]
    [InlineData("{ $project: { a: 1, b: 0 } }", 31254)]
    [InlineData("{ $limit: 0 }", 15958)]
    [InlineData("{ $group: { n: { $sum: 1 } } }", 15955)]
    public async Task Stage_UnknownOrWrong_IsRefused(string stage, int code)
    {
        var error = await Assert.ThrowsAsync<MongoCommandException>(() => RunAsync(stage));

        Assert.Equal(code, error.Code);
    }

    private Task SalesAsync() => PutAsync("{ _id: 1, k: 'a', n: 1 }", "{ _id: 2, k: 'b', n: 2 }", "{ _id: 3, k: 'a', n: 3 }", "{ _id: 4, k: 'b', n: 0 }");

    private async Task<List<BsonDocument>> RunAsync(params string[] stages) =>
        await (await Things.AggregateAsync<BsonDocument>(stages.Select(Doc).ToArray(), null, Token)).ToListAsync(Token);
}

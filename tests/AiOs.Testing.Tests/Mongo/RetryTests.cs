using AiOs.Testing.Mongo;
using AiOs.Testing.Mongo.Faults;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

/// <summary>Against a replica set the driver writes again by itself; the server must do it once.</summary>
public sealed class RetryTests : PeerTest
{
    protected override MongoPeerOptions Options => new() { ReplicaSet = "rs0" };

    [Fact]
    public async Task Update_WithALostReply_IsDoneOnce()
    {
        await PutAsync("{ _id: 1, n: 0 }");
        var fault = Peer.Faults.Next("update", new PeerFault.DropReply());

        var result = await Things.UpdateOneAsync(Doc("{ _id: 1 }"), Doc("{ $inc: { n: 1 } }"), null, Token);

        Assert.Equal((1L, 1, 2), (result.ModifiedCount, fault.Struck, Peer.Log.Writes.Count(write => write.Name == "update")));
        Assert.Equal(1, (await Things.Find(Doc("{}")).SingleAsync(Token))["n"].AsInt32);
    }

    [Fact]
    public async Task FindAndModify_WithALostReply_AnswersAsTheFirstTime()
    {
        await PutAsync("{ _id: 1, n: 0 }");
        var fault = Peer.Faults.Next("findAndModify", new PeerFault.DropReply());

        var before = await Things.FindOneAndUpdateAsync(Doc("{ _id: 1 }"), Doc("{ $inc: { n: 1 } }"), (FindOneAndUpdateOptions<BsonDocument>?)null, Token);

        Assert.Equal((0, 1), (before["n"].AsInt32, fault.Struck));
        Assert.Equal(1, (await Things.Find(Doc("{}")).SingleAsync(Token))["n"].AsInt32);
    }

    [Fact]
    public async Task InsertMany_LostInTheMiddle_GoesOnWhereItStopped()
    {
        var fault = Peer.Faults.Next("insert", new PeerFault.ApplyPrefix(2));

        await PutAsync("{ _id: 1 }", "{ _id: 2 }", "{ _id: 3 }");

        Assert.Equal(("1 2 3", 1), (await IdsAsync("{}"), fault.Struck));
    }

    [Theory]
    [InlineData(91)]
    [InlineData(10107)]
    [InlineData(11600)]
    public async Task Insert_AnsweredWithARetryableError_IsSentAgain(int code)
    {
        var fault = Peer.Faults.Next("insert", new PeerFault.Fail(code, "not now"));

        await PutAsync("{ _id: 1 }");

        Assert.Equal(("1", 1), (await IdsAsync("{}"), fault.Struck));
    }

    [Fact]
    public async Task Insert_LostTwice_FailsAndIsThereOnce()
    {
        var fault = Peer.Faults.Add(new FaultTrigger { Command = "insert", Times = 2 }, new PeerFault.DropReply());

        await Assert.ThrowsAnyAsync<MongoException>(() => Things.InsertOneAsync(Doc("{ _id: 1 }"), null, Token));

        Assert.Equal(("1", 2), (await IdsAsync("{}"), fault.Struck));
    }

    /// <summary>The negative control: with the driver's retries off the same fault is seen.</summary>
    [Fact]
    public async Task Update_WithALostReplyAndNoRetries_Fails()
    {
        await PutAsync("{ _id: 1, n: 0 }");
        Peer.Faults.Next("update", new PeerFault.DropReply());
        using var client = new MongoClient(Peer.ConnectionString + "&retryWrites=false");
        var things = client.GetDatabase("shop").GetCollection<BsonDocument>("things");

        await Assert.ThrowsAnyAsync<MongoException>(() => things.UpdateOneAsync(Doc("{ _id: 1 }"), Doc("{ $inc: { n: 1 } }"), null, Token));
    }

    [Fact]
    public async Task Transaction_OnAReplicaSet_FailsTheTest()
    {
        await using var peer = new Guarded(await MongoPeer.StartAsync(new MongoPeerOptions { ReplicaSet = "rs0" }));
        using (var client = new MongoClient(peer.Peer.ConnectionString))
        {
            using var session = await client.StartSessionAsync(null, Token);
            session.StartTransaction();
            await Assert.ThrowsAnyAsync<MongoException>(() => client.GetDatabase("shop").GetCollection<BsonDocument>("things").InsertOneAsync(session, Doc("{}"), null, Token));
        }

        Assert.True(peer.Peer.Log.Writes[0].InTransaction);
        await Assert.ThrowsAsync<InvalidOperationException>(() => peer.Peer.DisposeAsync().AsTask());
        peer.Complained = true;
    }

    private sealed class Guarded(MongoPeer peer) : IAsyncDisposable
    {
        public MongoPeer Peer { get; } = peer;

        public bool Complained { get; set; }

        public ValueTask DisposeAsync() => Complained ? ValueTask.CompletedTask : Peer.DisposeAsync();
    }
}

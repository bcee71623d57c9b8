using AiOs.Testing.Mongo.Faults;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Testing.Tests.Mongo;

/// <summary>On a server that stands alone nobody writes again, so each fault is seen as it is.</summary>
public sealed class FaultTests : PeerTest
{
    [Fact]
    public async Task DropBefore_AnInsert_LeavesNothingBehind()
    {
        var fault = Peer.Faults.Next("insert", new PeerFault.DropBefore());

        await LostAsync(() => Things.InsertOneAsync(Doc("{ _id: 1 }"), null, Token));

        Assert.Equal(("", 1), (await IdsAsync("{}"), fault.Struck));
    }

    [Fact]
    public async Task DropReply_OfAnInsert_LeavesTheDocument()
    {
        Peer.Faults.Next("insert", new PeerFault.DropReply());

        await LostAsync(() => Things.InsertOneAsync(Doc("{ _id: 1 }"), null, Token));

        Assert.Equal("1", await IdsAsync("{}"));
    }

    [Fact]
    public async Task ApplyPrefix_OfAnInsertMany_LeavesItsBeginning()
    {
        Peer.Faults.Next("insert", new PeerFault.ApplyPrefix(2));

        await LostAsync(() => PutAsync("{ _id: 1 }", "{ _id: 2 }", "{ _id: 3 }"));

        Assert.Equal("1 2", await IdsAsync("{}"));
    }

    [Fact]
    public async Task Fault_OfTheThird_SparesTheOthers()
    {
        var fault = Peer.Faults.Add(
            new FaultTrigger { Command = "insert", Collection = "things", After = 2, When = (_, body) => body["documents"][0]["_id"].AsInt32 > 0 },
            new PeerFault.Fail(11600, "interrupted at shutdown"));
        for (var id = 0; id < 3; id++)
        {
            await PutAsync($"{{ _id: {id} }}");
        }

        var error = await Assert.ThrowsAsync<MongoNodeIsRecoveringException>(() => PutAsync("{ _id: 3 }"));
        await PutAsync("{ _id: 4 }");

        Assert.Equal((11600, 1, "0 1 2 4"), (error.Code, fault.Struck, await IdsAsync("{}")));
    }

    [Fact]
    public async Task WriteConcern_NotMetInTime_IsToldOfADoneWrite()
    {
        Peer.Faults.Next("insert", new PeerFault.WriteConcernTimeout());

        var error = await Assert.ThrowsAsync<MongoWriteException>(() => Things.InsertOneAsync(Doc("{ _id: 1 }"), null, Token));

        Assert.Equal((64, "1"), (error.WriteConcernError.Code, await IdsAsync("{}")));
    }

    [Fact]
    public async Task Hold_OfAnUpdate_LetsTheOthersPass()
    {
        await PutAsync("{ _id: 1 }");
        var release = new TaskCompletionSource();
        var fault = Peer.Faults.Next("update", new PeerFault.Hold(release.Task));

        var held = Things.UpdateOneAsync(Doc("{ _id: 1 }"), Doc("{ $set: { a: 1 } }"), null, Token);
        await fault.FirstStrike;
        Assert.Equal(Doc("{ _id: 1 }"), await Things.Find(Doc("{}")).SingleAsync(Token));
        release.SetResult();

        Assert.Equal(1, (await held).ModifiedCount);
    }

    [Fact]
    public async Task Restart_OnTheSamePort_KeepsTheData()
    {
        await PutAsync("{ _id: 1, k: 1 }");
        await Things.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(Doc("{ k: 1 }"), new CreateIndexOptions { Unique = true }), null, Token);
        var port = Peer.Port;

        await Peer.StopAsync();
        using (var refused = new MongoClient(Peer.ConnectionString + "&serverSelectionTimeoutMS=200"))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => refused.GetDatabase("shop").GetCollection<BsonDocument>("things").CountDocumentsAsync(Doc("{}"), null, Token));
        }

        Peer.StartAgain();
        using var client = NewClient();
        var things = client.GetDatabase("shop").GetCollection<BsonDocument>("things");

        Assert.Equal(Doc("{ _id: 1, k: 1 }"), await things.Find(Doc("{}")).SingleAsync(Token));
        await Assert.ThrowsAsync<MongoWriteException>(() => things.InsertOneAsync(Doc("{ _id: 2, k: 1 }"), null, Token));
        Assert.Equal(port, Peer.Port);
    }

    [Fact]
    public async Task Refusing_NewConnections_FailsTheDriver()
    {
        Peer.RefusesConnections = true;
        using var client = new MongoClient(Peer.ConnectionString + "&serverSelectionTimeoutMS=200");

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetDatabase("shop").RunCommandAsync<BsonDocument>(Doc("{ ping: 1 }"), null, Token));
    }

    [Fact]
    public async Task Log_OfWrites_TellsTheirWriteConcern()
    {
        var safe = Things.WithWriteConcern(WriteConcern.WMajority.With(journal: true));
        await safe.InsertOneAsync(Doc("{ _id: 1 }"), null, Token);
        await safe.DeleteOneAsync(Doc("{ _id: 1 }"), Token);
        Assert.True(Peer.Log.Writes.Count == 2 && Peer.Log.Writes.All(write => write.IsMajorityJournaled));

        await Things.InsertOneAsync(Doc("{ _id: 2 }"), null, Token);

        Assert.False(Peer.Log.Writes[^1].IsMajorityJournaled);
        Assert.Equal(("shop", "things"), (Peer.Log.Writes[^1].Database, Peer.Log.Writes[^1].Collection));
    }

    [Fact]
    public async Task Write_Unacknowledged_IsDoneWithoutAReply()
    {
        await Things.WithWriteConcern(WriteConcern.Unacknowledged).InsertOneAsync(Doc("{ _id: 1 }"), null, Token);
        using (var ended = new CancellationTokenSource(TimeSpan.FromSeconds(60)))
        {
            while (await IdsAsync("{}") != "1")
            {
                ended.Token.ThrowIfCancellationRequested();
            }
        }

        Assert.Equal(0, Peer.Log.Writes[0].WriteConcern!["w"].ToInt32());
    }

    [Fact]
    public async Task Command_UnknownOrOdd_IsRefused()
    {
        Assert.Equal(59, await CodeAsync("{ fooBar: 1 }"));
        Assert.Equal(238, await CodeAsync("{ explain: { find: 'things' } }"));
        Assert.Equal(40415, await CodeAsync("{ find: 'things', fooBar: 1 }"));
        Assert.Equal(40414, await CodeAsync("{ update: 'things' }"));
        Assert.Equal(43, await CodeAsync("{ getMore: NumberLong(5), collection: 'things' }"));
        Assert.Equal(26, await CodeAsync("{ listIndexes: 'none' }"));
        Assert.Equal(2, await CodeAsync("{ insert: 'things', documents: [{}], writeConcern: { w: 2 } }"));
    }

    [Fact]
    public async Task Transaction_OnAServerAlone_IsIllegal()
    {
        await PutAsync("{ _id: 1 }");
        using var session = await Client.StartSessionAsync(null, Token);

        Assert.Throws<NotSupportedException>(() => session.StartTransaction());
        Assert.Equal(20, await CodeAsync("{ insert: 'things', documents: [{}], txnNumber: NumberLong(1), startTransaction: true, autocommit: false }"));
        Assert.Equal("1", await IdsAsync("{}"));
    }

    private async Task<int> CodeAsync(string command) =>
        (await Assert.ThrowsAsync<MongoCommandException>(() => Database.RunCommandAsync<BsonDocument>(Doc(command), null, Token))).Code;

    private static async Task LostAsync(Func<Task> write)
    {
        var error = await Assert.ThrowsAnyAsync<MongoException>(write);
        Assert.True(error is MongoConnectionException || error.InnerException is MongoConnectionException, error.ToString());
    }
}

using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Storage.Mongo.Tests.Knowledge;

/// <summary>Memory in MongoDB: a projection that two hosts may write, and filters that hold before anything else.</summary>
public sealed class KnowledgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Apply_APieceWithEverything_ComesBackAsItWas()
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Knowledge;
        var piece = Pieces.Note("a", new string('ä', 40_000) + "\U0001F600" + new string('x', 100)) with
        {
            Subjects = ["person/1", "record/client/ada"],
            Neighbourhood = "work/1",
            ValidFrom = DateTimeOffset.UnixEpoch.AddTicks(1),
            ValidTo = DateTimeOffset.UnixEpoch.AddTicks(3),
            SupersededBy = Pieces.Id("b"),
            Provenance = Provenance.External,
        };

        await store.ApplyAsync(Pieces.Batch(7, piece, Pieces.Note("c")), Stop);

        var found = Assert.Single(await server.Host().Knowledge.FindAsync([piece.Id, Pieces.Id("none")], Stop));
        Assert.Equal(piece with { Subjects = [] }, found with { Subjects = [] });
        Assert.Equal(piece.Subjects, found.Subjects);
        Assert.Equal(7, await store.PositionAsync(Stop));
    }

    [Fact]
    public async Task List_OfAnyFilter_AnswersAsTheContractDoes()
    {
        await using var server = await Server.StartAsync();
        var (store, random) = (server.Host().Knowledge, new Some(5));
        KnowledgeItem[] pieces = [.. Enumerable.Range(0, 80).Select(number => Any(number, random))];
        await store.ApplyAsync(Pieces.Batch(100, pieces), Stop);
        var allowed = 0;
        for (var round = 0; round < 60; round++)
        {
            var filter = AnyFilter(random);
            var expected = pieces.Where(filter.Allows).OrderByDescending(piece => piece.Position).ThenBy(piece => piece.Id.Value, StringComparer.Ordinal).Select(piece => piece.Id).ToList();
            allowed += expected.Count;

            var first = await store.ListAsync(filter, before: null, 10, Stop);
            Assert.Equal(expected.Take(10), first.Select(piece => piece.Id));
            if (first.Count == 10)
            {
                Assert.Equal(expected.Skip(10).Take(10), (await store.ListAsync(filter, first[^1].Id, 10, Stop)).Select(piece => piece.Id));
            }
        }

        Assert.True(allowed > 200, $"Only {allowed} pieces passed.");
    }

    [Fact]
    public async Task Apply_AnOlderBatchOnItsWay_NeitherOverwritesNorBringsBack()
    {
        await using var server = await Server.StartAsync();
        var (slow, quick) = (server.Host().Knowledge, server.Host().Knowledge);
        await slow.PositionAsync(Stop);
        await quick.PositionAsync(Stop);
        using var gate = new SemaphoreSlim(0);
        var held = server.Next("update", "knowledge", new PeerFault.Hold(gate.WaitAsync(Stop)));
        var older = slow.ApplyAsync(Pieces.Batch(5, Pieces.Note("gone", "secret"), Pieces.Note("kept", "old")), Stop);
        await held.FirstStrike.WaitAsync(Stop);

        await quick.ApplyAsync(Pieces.Batch(9, Pieces.Note("kept", "new")) with { Removed = [Pieces.Id("gone")] }, Stop);
        gate.Release();
        await older;

        Assert.Equal("new", Assert.Single(await quick.ListAsync(KnowledgeFilter.All, before: null, 10, Stop)).Text);
        Assert.Equal(9, await slow.PositionAsync(Stop));
        Assert.DoesNotContain(await server.DocumentsAsync("knowledge"), document => document.ToString().Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Apply_ThatBreaksOff_EndsTheSameTheSecondTime(int after)
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Knowledge;
        await store.ApplyAsync(Pieces.Batch(1, Pieces.Note("old"), Pieces.Note("gone")), Stop);
        var batch = Pieces.Batch(2, Pieces.Note("old", "changed"), Pieces.Note("new")) with { Vectors = [Pieces.Vector("old", 1, 0), Pieces.Vector("none", 1, 0)], Removed = [Pieces.Id("gone")] };
        server.Next("update", "knowledge", new PeerFault.DropReply(), after);

        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => store.ApplyAsync(batch, Stop))).IsTransient);
        Assert.Equal(1, await store.PositionAsync(Stop));
        await store.ApplyAsync(batch, Stop);

        Assert.Equal(["new", "old"], (await store.ListAsync(KnowledgeFilter.All, before: null, 10, Stop)).Select(piece => piece.Id.Value["knowledge/".Length..]));
        Assert.Equal(Pieces.Id("old"), Assert.Single(await store.ReadVectorsAsync(Pieces.Model, after: null, 10, Stop)).Item);
        Assert.Equal(2, await store.PositionAsync(Stop));
    }

    [Fact]
    public async Task Vectors_StayWithTheirWords_AndGoWithThem()
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Knowledge;
        await store.ApplyAsync(Pieces.Batch(1, Pieces.Note("a", "one"), Pieces.Note("b", "two"), Pieces.Note("c", "three")), Stop);
        await store.PutVectorsAsync([Pieces.Vector("b", 0, 1), Pieces.Vector("a", 0.6f, 0.8f), Pieces.Vector("c", 0, 0), Pieces.Vector("none", 1, 0)], Stop);
        Assert.Empty(await store.ListWithoutVectorAsync(Pieces.Model, 10, Stop));

        await store.ApplyAsync(Pieces.Batch(2, Pieces.Note("a", "one") with { SupersededBy = Pieces.Id("b") }, Pieces.Note("b", "changed")), Stop);

        var vectors = await store.ReadVectorsAsync(Pieces.Model, after: null, 10, Stop);
        Assert.Equal([Pieces.Id("a"), Pieces.Id("c")], vectors.Select(vector => vector.Item));
        Assert.Equal([0.6f, 0.8f], vectors[0].Values.ToArray());
        Assert.Equal([0f, 0f], vectors[1].Values.ToArray());
        Assert.Equal([Pieces.Id("c")], (await store.ReadVectorsAsync(Pieces.Model, Pieces.Id("a"), 10, Stop)).Select(vector => vector.Item));
        Assert.Equal([Pieces.Id("b")], (await store.ListWithoutVectorAsync(Pieces.Model, 10, Stop)).Select(piece => piece.Id));
        Assert.Equal(3, (await store.ListWithoutVectorAsync("another", 10, Stop)).Count);
    }

    [Fact]
    public async Task Forget_ASource_LeavesNoDocumentWithItsWords()
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Knowledge;
        await store.ApplyAsync(Pieces.Batch(3, Pieces.Note("a", "the secret"), Pieces.Note("b")) with { Vectors = [Pieces.Vector("a", 1, 0)] }, Stop);

        Assert.Equal([Pieces.Id("a")], await store.ForgetAsync([Pieces.Note("a").Source, new StreamId("work/none")], Stop));

        Assert.Empty(await store.SearchTextAsync("secret", KnowledgeFilter.All, 10, Stop));
        Assert.Empty(await store.ReadVectorsAsync(Pieces.Model, after: null, 10, Stop));
        foreach (var collection in new[] { "knowledge", "knowledge_gone", "state" })
        {
            Assert.DoesNotContain(await server.DocumentsAsync(collection), document => document.ToString().Contains("secret", StringComparison.Ordinal));
        }

        await store.ClearAsync(Stop);
        Assert.Equal(0, await store.PositionAsync(Stop));
        await store.ApplyAsync(Pieces.Batch(1, Pieces.Note("b")), Stop);
        Assert.Equal(1, await store.PositionAsync(Stop));
    }

    private static KnowledgeItem Any(int number, Some random) => Pieces.Note($"{number:00}", position: random.Number(20)) with
    {
        Kind = (KnowledgeKind)random.Number(6),
        Provenance = (Provenance)random.Number(4),
        Subjects = [.. Enumerable.Range(0, random.Number(3)).Select(_ => "s" + random.Number(4))],
        ValidFrom = random.Number(2) == 0 ? null : DateTimeOffset.UnixEpoch.AddTicks(random.Number(10)),
        ValidTo = random.Number(2) == 0 ? null : DateTimeOffset.UnixEpoch.AddTicks(random.Number(10)),
        SupersededBy = random.Number(3) == 0 ? Pieces.Id("x") : null,
    };

    private static KnowledgeFilter AnyFilter(Some random) => new()
    {
        Kinds = random.Number(2) == 0 ? null : [.. Enumerable.Range(0, random.Number(5)).Select(_ => (KnowledgeKind)random.Number(6))],
        Provenances = random.Number(2) == 0 ? null : [.. Enumerable.Range(0, random.Number(4)).Select(_ => (Provenance)random.Number(4))],
        Subjects = random.Number(3) != 0 ? null : [.. Enumerable.Range(0, random.Number(4)).Select(_ => "s" + random.Number(4))],
        ValidAt = random.Number(2) == 0 ? null : DateTimeOffset.UnixEpoch.AddTicks(random.Number(10)),
        History = random.Number(2) == 0,
    };
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Memory as it is kept: batches, vectors, forgetting, listing.</summary>
public abstract class KnowledgeSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task Apply_EveryField_IsReadBackAfterReopening()
    {
        var full = SomeKnowledge.Item("work/019a#1", "Grüße 𝄞 \"quoted\" \u0001 and\r\nlines", 7) with
        {
            Kind = KnowledgeKind.Correction,
            Title = "Über",
            Provenance = Provenance.Operator,
            Subjects = ["person/aa", "record/client/b/c"],
            Neighbourhood = "work/019a",
            ValidFrom = SomeKnowledge.Moment.AddMilliseconds(1),
            ValidTo = SomeKnowledge.Moment.AddDays(1),
            SupersededBy = new KnowledgeId("work/019b#1"),
        };
        var plain = SomeKnowledge.Item("knowledge/1");
        await using (var open = await OpenAsync())
        {
            Assert.Equal(0, await open.Knowledge.PositionAsync(Token));
            await open.Knowledge.ApplyAsync(new KnowledgeBatch(7) { Items = [full, plain], Vectors = [SomeKnowledge.Vector("knowledge/1", 3)] }, Token);
        }

        await using var again = await OpenAsync();
        Assert.Equal(7, await again.Knowledge.PositionAsync(Token));
        var found = await again.Knowledge.FindAsync([full.Id, plain.Id, new KnowledgeId("none")], Token);
        Assert.Equal(2, found.Count);
        Alike(full, found.Single(item => item.Id == full.Id));
        Alike(plain, found.Single(item => item.Id == plain.Id));
        var vector = Assert.Single(await again.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 9, Token));
        Assert.Equal(SomeKnowledge.Vector("knowledge/1", 3).Values.ToArray(), vector.Values.ToArray());
    }

    [Fact]
    public async Task Apply_BatchAgainOrOfBefore_ChangesNothing()
    {
        await using var open = await OpenAsync();
        var batch = new KnowledgeBatch(5) { Items = [SomeKnowledge.Item("a", "first")] };
        await open.Knowledge.ApplyAsync(batch, Token);
        await open.Knowledge.ApplyAsync(batch, Token);
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(5) { Items = [SomeKnowledge.Item("a", "other")], Removed = [new KnowledgeId("a")] }, Token);
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(4) { Items = [SomeKnowledge.Item("b")] }, Token);

        Assert.Equal(5, await open.Knowledge.PositionAsync(Token));
        Assert.Equal("first", Assert.Single(await open.Knowledge.ListAsync(KnowledgeFilter.All, null, 9, Token)).Text);
    }

    [Fact]
    public async Task Apply_ChangedAndRemoved_TakesTheEarlierOnesPlace()
    {
        await using var open = await OpenAsync();
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = [SomeKnowledge.Item("a", "harbour"), SomeKnowledge.Item("b", "harbour")], Vectors = [SomeKnowledge.Vector("a", 1), SomeKnowledge.Vector("b", 2), SomeKnowledge.Vector("none", 3)] }, Token);
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(2) { Items = [SomeKnowledge.Item("a", "train", 2)], Removed = [new KnowledgeId("b"), new KnowledgeId("none")] }, Token);

        Assert.Equal("train", Assert.Single(await open.Knowledge.ListAsync(KnowledgeFilter.All, null, 9, Token)).Text);
        Assert.Empty(await open.Knowledge.SearchTextAsync("harbour", KnowledgeFilter.All, 9, Token));
        Assert.Single(await open.Knowledge.SearchTextAsync("train", KnowledgeFilter.All, 9, Token));
        Assert.DoesNotContain(await open.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 9, Token), vector => vector.Item.Value is "b" or "none");
    }

    [Fact]
    public async Task List_WithEveryFilter_IsWhatTheFilterAllowsNewestFirst()
    {
        await using var open = await OpenAsync();
        var items = SomeKnowledge.Many(3, 60);
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(99) { Items = items }, Token);
        var sizes = new HashSet<int>();
        foreach (var filter in SomeKnowledge.Filters())
        {
            var expected = items.Where(filter.Allows).OrderByDescending(item => item.Position).ThenBy(item => item.Id.Value, StringComparer.Ordinal).Select(item => item.Id).ToArray();
            sizes.Add(expected.Length);
            var paged = new List<KnowledgeId>();
            for (var page = await open.Knowledge.ListAsync(filter, null, 7, Token); page.Count > 0; page = await open.Knowledge.ListAsync(filter, paged[^1], 7, Token))
            {
                Assert.InRange(page.Count, 1, 7);
                paged.AddRange(page.Select(item => item.Id));
            }

            Assert.Equal(expected, paged);
        }

        Assert.True(sizes.Count > 6, "The filters hardly differ.");
    }

    [Fact]
    public async Task Forget_SomeSources_TakesPiecesAndVectorsAndNothingElse()
    {
        await using (var open = await OpenAsync())
        {
            await open.Knowledge.ApplyAsync(
                new KnowledgeBatch(3)
                {
                    Items = [SomeKnowledge.Item("work/1#a", "secret"), SomeKnowledge.Item("work/1#b", "secret"), SomeKnowledge.Item("work/2#a", "secret")],
                    Vectors = [SomeKnowledge.Vector("work/1#a", 1), SomeKnowledge.Vector("work/2#a", 2)],
                },
                Token);
            var gone = await open.Knowledge.ForgetAsync([new StreamId("work/1"), new StreamId("work/none")], Token);

            Assert.Equal(["work/1#a", "work/1#b"], gone.Select(id => id.Value).Order(StringComparer.Ordinal));
            Assert.Empty(await open.Knowledge.ForgetAsync([new StreamId("work/1")], Token));
            Assert.Empty(await open.Knowledge.ForgetAsync([], Token));
        }

        await using var again = await OpenAsync();
        Assert.Equal("work/2#a", Assert.Single(await again.Knowledge.SearchTextAsync("secret", KnowledgeFilter.All, 9, Token)).Item.Value);
        Assert.Equal("work/2#a", Assert.Single(await again.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 9, Token)).Item.Value);
        Assert.Equal(3, await again.Knowledge.PositionAsync(Token));
    }

    [Fact]
    public async Task Clear_Everything_BeginsAnewAtZero()
    {
        await using var open = await OpenAsync();
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(9) { Items = SomeKnowledge.Many(4, 10), Vectors = [SomeKnowledge.Vector("knowledge/0001", 1)] }, Token);
        await open.Knowledge.ClearAsync(Token);

        Assert.Equal(0, await open.Knowledge.PositionAsync(Token));
        Assert.Empty(await open.Knowledge.ListAsync(new KnowledgeFilter { History = true }, null, 9, Token));
        Assert.Empty(await open.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 9, Token));
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = [SomeKnowledge.Item("a")] }, Token);
        Assert.Single(await open.Knowledge.ListAsync(KnowledgeFilter.All, null, 9, Token));
    }

    [Fact]
    public async Task Vectors_OfTwoModels_AreKeptApartAndPaged()
    {
        await using var open = await OpenAsync();
        string[] ids = ["a", "B", "c", "d#1"];
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(4) { Items = [.. ids.Select((id, index) => SomeKnowledge.Item(id, position: 4 - index))], Vectors = [SomeKnowledge.Vector("c", 0)] }, Token);
        Assert.Equal(["d#1", "B", "a"], (await open.Knowledge.ListWithoutVectorAsync(SomeKnowledge.Model, 9, Token)).Select(item => item.Id.Value));
        Assert.Equal(["d#1", "c"], (await open.Knowledge.ListWithoutVectorAsync("hash-2", 2, Token)).Select(item => item.Id.Value));

        await open.Knowledge.PutVectorsAsync([.. ids.Select((id, index) => SomeKnowledge.Vector(id, index, "hash-2")), SomeKnowledge.Vector("none", 5, "hash-2")], Token);
        await open.Knowledge.PutVectorsAsync([SomeKnowledge.Vector("a", 7, "hash-2")], Token);

        Assert.Empty(await open.Knowledge.ListWithoutVectorAsync("hash-2", 9, Token));
        var first = await open.Knowledge.ReadVectorsAsync("hash-2", null, 3, Token);
        var second = await open.Knowledge.ReadVectorsAsync("hash-2", first[^1].Item, 3, Token);
        Assert.Equal(["B", "a", "c", "d#1"], first.Concat(second).Select(vector => vector.Item.Value));
        Assert.Equal(1f, first.Single(vector => vector.Item.Value == "a").Values.Span[7]);
        Assert.Single(await open.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 9, Token));
        Assert.Empty(await open.Knowledge.ReadVectorsAsync("hash-3", null, 9, Token));
        var named = await open.Knowledge.FindVectorsAsync("hash-2", [new KnowledgeId("a"), new KnowledgeId("c"), new KnowledgeId("c"), new KnowledgeId("none")], Token);
        Assert.Equal(first.Concat(second).Where(vector => vector.Item.Value is "a" or "c").Select(vector => (vector.Item, vector.Values.Span.IndexOf(1f))), named.OrderBy(vector => vector.Item.Value, StringComparer.Ordinal).Select(vector => (vector.Item, vector.Values.Span.IndexOf(1f))));
        Assert.Empty(await open.Knowledge.FindVectorsAsync(SomeKnowledge.Model, [new KnowledgeId("a")], Token));
        Assert.Empty(await open.Knowledge.FindVectorsAsync("hash-2", [], Token));
    }

    private static void Alike(KnowledgeItem expected, KnowledgeItem actual)
    {
        Assert.Equal(expected.Subjects, actual.Subjects);
        Assert.Equal(expected with { Subjects = [] }, actual with { Subjects = [] });
    }
}

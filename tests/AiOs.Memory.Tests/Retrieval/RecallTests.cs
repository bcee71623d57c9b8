using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Tests.Support;
using AiOs.Testing.Stores;

namespace AiOs.Memory.Tests.Retrieval;

/// <summary>Hybrid search: what may not be found leaves no trace, and nothing else moves an answer.</summary>
public sealed class RecallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Search_AtRandom_NeverShowsWhatTheFilterForbids_AndIsNotMovedByIt(int seed)
    {
        var pieces = new Pieces(seed);
        var all = Enumerable.Range(0, 300).Select(pieces.Next).ToArray();
        using var whole = new Minds(new InMemoryKnowledgeStore());
        await whole.KeepAsync(all);
        var compared = 0;
        for (var round = 0; round < 25; round++)
        {
            var query = pieces.Query(pieces.Filter());
            using var allowedOnly = new Minds(new InMemoryKnowledgeStore());
            await allowedOnly.KeepAsync(pieces.Shuffled(all.Where(query.Filter.Allows)));

            var found = await whole.Recall.SearchAsync(query, Token);

            Assert.All(found, one => Assert.True(query.Filter.Allows(one.Item)));
            Assert.Equal(
                (await allowedOnly.Recall.SearchAsync(query, Token)).Select(one => (one.Item.Id, one.Score, one.ByWords, one.ByMeaning)),
                found.Select(one => (one.Item.Id, one.Score, one.ByWords, one.ByMeaning)));
            compared += found.Count;
        }

        Assert.True(compared >= 50, $"Only {compared} pieces were compared.");
    }

    /// <summary>The negative control: a search that filters after it ranked does not pass the test above.</summary>
    [Fact]
    public async Task Search_FilteredAfterwards_WouldBeMoved()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.KeepAsync([.. Enumerable.Range(0, 120).Select(number => Pieces.Of($"x{number:d3}", "roof roof price roof") with { Kind = KnowledgeKind.Message }), Pieces.Of("note", "price of a roof and much more that has nothing to do with it")]);
        var query = new RecallQuery { Words = "roof price", Now = Pieces.Moment, Count = 10 };

        var afterwards = (await mind.Recall.SearchAsync(query, Token)).Where(found => found.Item.Kind == KnowledgeKind.Note);
        var before = await mind.Recall.SearchAsync(query with { Filter = new KnowledgeFilter { Kinds = [KnowledgeKind.Note] } }, Token);

        Assert.Empty(afterwards);
        Assert.Equal("note", Assert.Single(before).Item.Id.Value);
    }

    [Fact]
    public async Task Search_InflectedWord_IsFoundByMeaningAlone()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.KeepAsync(Pieces.Of("a", "Die Rechnungen von Müller"), Pieces.Of("b", "Das Dach der Küche"));

        var found = await mind.Recall.SearchAsync(new RecallQuery { Words = "Rechnung", Now = Pieces.Moment }, Token);

        Assert.Equal("a", found[0].Item.Id.Value);
        Assert.Null(found[0].ByWords);
        Assert.Equal(1, found[0].ByMeaning);
    }

    [Fact]
    public async Task Search_SameWords_PrefersTheOperatorThenTheNewer()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.KeepAsync(
            Pieces.Of("a-old", "price of the roof", provenance: Provenance.External) with { At = Pieces.Moment.AddYears(-2) },
            Pieces.Of("b-new", "price of the roof", provenance: Provenance.External),
            Pieces.Of("c-own", "price of the roof", provenance: Provenance.Operator) with { At = Pieces.Moment.AddYears(-2) });

        Assert.Equal(["c-own", "b-new", "a-old"], await mind.FindAsync("roof price"));
    }

    [Fact]
    public async Task Search_SubjectOfTheQuery_ComesFirst()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.KeepAsync(Pieces.Of("a", "price of the roof"), Pieces.Of("b", "price of the roof") with { Subjects = ["person/anna"] });

        var found = await mind.Recall.SearchAsync(new RecallQuery { Words = "roof price", Subjects = ["person/anna"], Now = Pieces.Moment }, Token);

        Assert.Equal(["b", "a"], found.Select(one => one.Item.Id.Value));
    }

    [Fact]
    public async Task Search_ForgottenPiece_IsGoneAndStaysGone()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        var item = Pieces.Of("a", "price of the roof");
        await mind.KeepAsync(item);
        Assert.Single(await mind.FindAsync("roof"));

        await mind.Store.ForgetAsync([item.Source], Token);
        Assert.Empty(await mind.FindAsync("roof"));

        // What a follower had read before is not learned again.
        await mind.KeepAsync(item);
        Assert.Empty(await mind.FindAsync("roof"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?! …")]
    [InlineData("the of and")]
    public async Task Search_WordsThatSayNothing_IsNoFault(string words)
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.KeepAsync(Pieces.Of("a", "price"));

        Assert.Empty(await mind.FindAsync(words));
    }
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Conformance.Kits;
using AiOs.Storage.Conformance.Support;

namespace AiOs.Storage.Conformance.Suites;

/// <summary>Memory as it is searched: what a filter keeps out is never ranked, and what a person writes is never an operator.</summary>
public abstract class SearchSuite<TKit> : Suite<TKit>
    where TKit : StoreKit, new()
{
    [Fact]
    public async Task SearchText_AnyWordInTitleOrText_IsFoundAndRareOnesComeFirst()
    {
        await using var open = await OpenAsync();
        KnowledgeItem[] items =
        [
            .. Enumerable.Range(0, 20).Select(index => SomeKnowledge.Item($"common{index}", "the offer for the week")),
            SomeKnowledge.Item("rare", "the offer about the lighthouse"),
            SomeKnowledge.Item("title") with { Title = "Zeppelin" },
        ];
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = items }, Token);

        var found = await open.Knowledge.SearchTextAsync("an offer LIGHTHOUSE", KnowledgeFilter.All, 30, Token);
        Assert.Equal("rare", found[0].Item.Value);
        Assert.Equal(21, found.Count);
        Assert.Equal(found.OrderByDescending(one => one.Score).Select(one => one.Score), found.Select(one => one.Score));
        Assert.Equal("title", Assert.Single(await open.Knowledge.SearchTextAsync("zeppelin", KnowledgeFilter.All, 9, Token)).Item.Value);
        Assert.Equal(3, (await open.Knowledge.SearchTextAsync("offer", KnowledgeFilter.All, 3, Token)).Count);
        Assert.Empty(await open.Knowledge.SearchTextAsync("submarine", KnowledgeFilter.All, 9, Token));
    }

    [Theory]
    [InlineData("\"harbour")]
    [InlineData("harbour\"")]
    [InlineData("harbour AND nothingelse")]
    [InlineData("NOT harbour")]
    [InlineData("-harbour")]
    [InlineData("harbour*")]
    [InlineData("(harbour")]
    [InlineData("title:harbour")]
    [InlineData("NEAR(harbour, x)")]
    [InlineData("harbour^ OR + -")]
    [InlineData("'harbour'; DROP TABLE items; --")]
    [InlineData("{\"$ne\": harbour}")]
    public async Task SearchText_Operators_AreTakenAsPlainText(string words)
    {
        await using var open = await OpenAsync();
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = [SomeKnowledge.Item("a", "by the harbour"), SomeKnowledge.Item("b", "quiet train")] }, Token);

        var found = await open.Knowledge.SearchTextAsync(words, KnowledgeFilter.All, 9, Token);
        Assert.Contains(found, one => one.Item.Value == "a");
        Assert.DoesNotContain(found, one => one.Item.Value == "b");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("* ( ) - : ^")]
    public async Task SearchText_NoWordIsLeft_FindsNothing(string words)
    {
        await using var open = await OpenAsync();
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = [SomeKnowledge.Item("a", "by the harbour")] }, Token);

        Assert.Empty(await open.Knowledge.SearchTextAsync(words, KnowledgeFilter.All, 9, Token));
    }

    [Theory]
    [InlineData("muller", "the roof of Müller")]
    [InlineData("MÜLLER", "the roof of Muller")]
    [InlineData("Müller muller", "the roof of MÜLLER")]
    [InlineData("cafe", "a table in the Café")]
    public async Task SearchText_WordWithOrWithoutMarks_IsTheSameWord(string words, string text)
    {
        await using var open = await OpenAsync();
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = [SomeKnowledge.Item("a", text), SomeKnowledge.Item("b", "quiet train")] }, Token);

        var found = Assert.Single(await open.Knowledge.SearchTextAsync(words, KnowledgeFilter.All, 9, Token));
        Assert.Equal("a", found.Item.Value);
        Assert.Equal(found, Assert.Single(await open.Knowledge.SearchTextAsync(text.Split(' ')[^1], KnowledgeFilter.All, 9, Token)));
    }

    [Fact]
    public async Task SearchText_ManyThatAreNotAllowed_PushNothingOut()
    {
        await using var open = await OpenAsync();
        KnowledgeItem[] items =
        [
            .. Enumerable.Range(0, 150).Select(index => SomeKnowledge.Item($"loud{index}", "harbour harbour harbour")),
            SomeKnowledge.Item("mine", "a long text in which the harbour comes up once beside many other things that have nothing to do with it") with { Provenance = Provenance.Operator },
        ];
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = items }, Token);

        var found = await open.Knowledge.SearchTextAsync("harbour", new KnowledgeFilter { Provenances = [Provenance.Operator] }, 3, Token);
        Assert.Equal("mine", Assert.Single(found).Item.Value);
    }

    [Fact]
    public async Task SearchText_WithEveryFilter_FindsAllThatItAllowsAndNothingElse()
    {
        await using var open = await OpenAsync();
        var items = SomeKnowledge.Many(5, 80);
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(99) { Items = items }, Token);
        foreach (var filter in SomeKnowledge.Filters())
        {
            var expected = items.Where(item => filter.Allows(item) && item.Text.Contains("harbour", StringComparison.Ordinal)).Select(item => item.Id.Value);
            var found = await open.Knowledge.SearchTextAsync("harbour", filter, 100, Token);
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(one => one.Item.Value).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task SearchVector_WhereTheStoreCan_ComparesExactlyAndFiltersFirst()
    {
        await using var open = await OpenAsync();
        KnowledgeItem[] items = [.. Enumerable.Range(0, 40).Select(index => SomeKnowledge.Item($"near{index:d2}")), SomeKnowledge.Item("far") with { Provenance = Provenance.Operator }];
        await open.Knowledge.ApplyAsync(new KnowledgeBatch(1) { Items = items, Vectors = [.. items.Select(item => SomeKnowledge.Vector(item.Id.Value, item.Id.Value == "far" ? 2 : 1))] }, Token);

        // A store without such a search says so by nothing at all, and the caller compares; it must not answer half.
        if (await open.Knowledge.SearchVectorAsync(SomeKnowledge.Vector("query", 1), KnowledgeFilter.All, 5, Token) is { } found)
        {
            Assert.Equal(5, found.Count);
            Assert.All(found, one => Assert.StartsWith("near", one.Item.Value, StringComparison.Ordinal));
            var mine = await open.Knowledge.SearchVectorAsync(SomeKnowledge.Vector("query", 1), new KnowledgeFilter { Provenances = [Provenance.Operator] }, 5, Token);
            Assert.Equal("far", Assert.Single(mine!).Item.Value);
        }
        else
        {
            Assert.Equal(items.Length, (await open.Knowledge.ReadVectorsAsync(SomeKnowledge.Model, null, 99, Token)).Count);
        }
    }
}

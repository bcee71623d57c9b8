using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Tests.Support;
using AiOs.Testing.Mongo.Faults;

namespace AiOs.Storage.Mongo.Tests.Knowledge;

/// <summary>Search, with and without the server's own engine.</summary>
public sealed class SearchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SearchText_RareWordsCountForMore_AndFiltersHoldFirst(bool atlas)
    {
        await using var server = await Server.StartAsync(options => options with { Atlas = atlas });
        var store = server.Host().Knowledge;
        var pieces = Enumerable.Range(0, 30).Select(number => Pieces.Note($"n{number:00}", "the invoice was paid")).Append(Pieces.Note("rare", "the zanzibar journey")).Append(Pieces.Note("hidden", "zanzibar zanzibar") with { Kind = KnowledgeKind.Message });
        await store.ApplyAsync(Pieces.Batch(1, [.. pieces]), Stop);
        var notes = new KnowledgeFilter { Kinds = [KnowledgeKind.Note] };

        var found = await store.SearchTextAsync("Was the Zanzibar invoice paid?", notes, 5, Stop);

        Assert.Equal(5, found.Count);
        Assert.DoesNotContain(found, score => score.Item == Pieces.Id("hidden"));
        Assert.Contains(await store.SearchTextAsync("zanzibar the", notes, 5, Stop), score => score.Item == Pieces.Id("rare"));
        Assert.Equal(Pieces.Id("rare"), (await store.SearchTextAsync("zanzibar the", notes, 5, Stop))[0].Item);
        Assert.Empty(await store.SearchTextAsync("?! - \"\"", notes, 5, Stop));
        Assert.Empty(await store.SearchTextAsync("zanzibar", notes with { Kinds = [] }, 5, Stop));
    }

    [Theory]
    [InlineData("-invoice")]
    [InlineData("\"invoice nothing\"")]
    [InlineData("paid -\"invoice\"")]
    [InlineData("invoice* OR $where {}")]
    public async Task SearchText_WithWhatCouldBeAnOperator_TakesItAsWords(string words)
    {
        await using var server = await Server.StartAsync();
        var store = server.Host().Knowledge;
        await store.ApplyAsync(Pieces.Batch(1, Pieces.Note("a", "the invoice was paid"), Pieces.Note("b", "bread")), Stop);

        Assert.Equal(Pieces.Id("a"), Assert.Single(await store.SearchTextAsync(words, KnowledgeFilter.All, 5, Stop)).Item);
    }

    [Fact]
    public async Task SearchVector_WithoutAnEngine_SaysSoOnceAndLeavesItToTheCaller()
    {
        await using var server = await Server.StartAsync();
        var host = server.Host();
        await host.Knowledge.ApplyAsync(Pieces.Batch(1, Pieces.Note("a")) with { Vectors = [Pieces.Vector("a", 1, 0)] }, Stop);

        Assert.Null(await host.Knowledge.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));
        Assert.Null(await host.Knowledge.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));

        Assert.Single(server.Log.All, line => line.Contains("no search engine", StringComparison.Ordinal));
        Assert.Contains("no search engine", (await host.Part.CheckAsync(Stop)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SearchVector_WithAnEngine_AnswersByCosineWithinTheFilter()
    {
        await using var server = await Server.StartAsync(options => options with { Atlas = true });
        var host = server.Host();
        var pieces = Pieces.Batch(1, Pieces.Note("a"), Pieces.Note("b"), Pieces.Note("c"), Pieces.Note("d") with { SupersededBy = Pieces.Id("a") });
        await host.Knowledge.ApplyAsync(pieces with { Vectors = [Pieces.Vector("a", 1, 0), Pieces.Vector("b", 0.6f, 0.8f), Pieces.Vector("c", 0, 0), Pieces.Vector("d", 1, 0)] }, Stop);

        var found = await host.Knowledge.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop);

        Assert.Equal([Pieces.Id("a"), Pieces.Id("b")], found!.Select(score => score.Item));
        Assert.Equal(0.6, found![1].Score, 5);
        Assert.Contains("has a search engine", (await host.Part.CheckAsync(Stop)).Sentence, StringComparison.Ordinal);
        Assert.Contains(server.Peer.Log.All, command => command.Name == "createSearchIndexes");
    }

    [Fact]
    public async Task Search_WhoseEngineFails_FallsBackWithOneLine_AndReturnsToItLater()
    {
        await using var server = await Server.StartAsync(options => options with { Atlas = true });
        var store = server.Host().Knowledge;
        await store.ApplyAsync(Pieces.Batch(1, Pieces.Note("a", "invoice")) with { Vectors = [Pieces.Vector("a", 1, 0)] }, Stop);
        Assert.NotNull(await store.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));
        server.Next("aggregate", "knowledge", new PeerFault.Fail(8, "mongot is away"));

        Assert.Null(await store.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));
        Assert.Null(await store.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));
        Assert.Single(server.Log.All, line => line.Contains("does not answer", StringComparison.Ordinal));

        server.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(await store.SearchVectorAsync(Pieces.Vector("q", 1, 0), KnowledgeFilter.All, 5, Stop));
    }
}

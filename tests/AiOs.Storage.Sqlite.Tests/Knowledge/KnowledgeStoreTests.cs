using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Tests.Support;
using AiOs.Testing.Stores;

namespace AiOs.Storage.Sqlite.Tests.Knowledge;

public sealed class KnowledgeStoreTests : IDisposable
{
    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Everything_AtRandom_AnswersAsTheStoreInMemory(int seed)
    {
        await using var open = new OpenMemory(_folder);
        var (pieces, plain) = (new Pieces(seed), new InMemoryKnowledgeStore());
        IKnowledgeStore[] stores = [open.Store, plain];
        var found = 0;
        for (var round = 1; round <= 30; round++)
        {
            var items = Enumerable.Range(0, 10).Select(_ => pieces.Next(pieces.Number(120))).DistinctBy(item => item.Id).ToArray();
            var batch = new KnowledgeBatch(pieces.Number(2) + (round * 2) - 1)
            {
                Items = items,
                Vectors = [.. items.Where(_ => pieces.Number(3) > 0).Select(item => pieces.Vector(item))],
                Removed = pieces.Number(4) == 0 ? [items[0].Id] : [],
            };
            StreamId[] forgotten = round % 10 == 0 ? [new StreamId("stream/" + pieces.Number(7))] : [];
            foreach (var store in stores)
            {
                await store.ApplyAsync(batch, Token);
                await store.ForgetAsync(forgotten, Token);
            }

            found += await CompareAsync(stores, pieces.Filter(), pieces.Query());
        }

        Assert.True(found > 100, $"Only {found} pieces were found; that shows little.");
    }

    [Theory]
    [InlineData("\"price\" AND NOT (week*) OR NEAR(a b) ^price title:price - + : ; --")]
    [InlineData("price\0\"")]
    [InlineData("'; DROP TABLE knowledge; -- price")]
    public async Task SearchText_OperatorsAmongTheWords_AreTakenAsText(string words)
    {
        await using var open = new OpenMemory(_folder);
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", "the price of a week"), Pieces.Of("b", "nothing of it")] }, Token);

        var found = await open.Store.SearchTextAsync(words, KnowledgeFilter.All, 10, Token);

        Assert.Equal("a", found[0].Item.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  \" * ")]
    public async Task SearchText_NoWord_FindsNothing(string words)
    {
        await using var open = new OpenMemory(_folder);
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", "the price")] }, Token);

        Assert.Empty(await open.Store.SearchTextAsync(words, KnowledgeFilter.All, 10, Token));
    }

    [Fact]
    public async Task SearchText_PiecesThatMayNotBeFound_LeaveNoTraceInTheScores()
    {
        await using var open = new OpenMemory(_folder);
        var filter = new KnowledgeFilter { Kinds = [KnowledgeKind.Note] };
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", "price price roof"), Pieces.Of("b", "roof roof price and a garden")] }, Token);
        var before = await open.Store.SearchTextAsync("price roof garden", filter, 10, Token);
        var hidden = Enumerable.Range(0, 200).Select(number => Pieces.Of($"x{number}", "price price price garden", position: 2) with { Kind = KnowledgeKind.Message });
        await open.Store.ApplyAsync(new KnowledgeBatch(2) { Items = [.. hidden] }, Token);

        Assert.Equal(before, await open.Store.SearchTextAsync("price roof garden", filter, 10, Token));
        Assert.NotEqual(before, await open.Store.SearchTextAsync("price roof garden", KnowledgeFilter.All, 2, Token));
    }

    [Fact]
    public async Task Apply_PositionThatIsKept_ChangesNothing()
    {
        await using var open = new OpenMemory(_folder);
        await open.Store.ApplyAsync(new KnowledgeBatch(7) { Items = [Pieces.Of("a", "one")] }, Token);
        await open.Store.ApplyAsync(new KnowledgeBatch(7) { Items = [Pieces.Of("a", "two"), Pieces.Of("b", "two")] }, Token);

        Assert.Equal(7, await open.Store.PositionAsync(Token));
        Assert.Equal("one", Assert.Single(await open.Store.ListAsync(KnowledgeFilter.All, null, 10, Token)).Text);
    }

    [Fact]
    public async Task Apply_LongText_IsSearchedUpToItsBoundAndForgottenWhole()
    {
        await using var open = new OpenMemory(_folder);
        var text = "beginning " + string.Concat(Enumerable.Repeat("wörter ", 20_000)) + "ending";
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", text)] }, Token);

        Assert.Single(await open.Store.SearchTextAsync("beginning", KnowledgeFilter.All, 9, Token));
        Assert.Empty(await open.Store.SearchTextAsync("ending", KnowledgeFilter.All, 9, Token));
        Assert.Equal(text, Assert.Single(await open.Store.FindAsync([new KnowledgeId("a")], Token)).Text);
        await open.Store.ForgetAsync([new StreamId("a")], Token);
        Assert.Empty(await open.Store.SearchTextAsync("worter", KnowledgeFilter.All, 9, Token));
    }

    [Fact]
    public async Task Clear_Everything_BeginsAtZero()
    {
        await using var open = new OpenMemory(_folder);
        var (pieces, item) = (new Pieces(5), Pieces.Of("a", "one"));
        await open.Store.ApplyAsync(new KnowledgeBatch(3) { Items = [item], Vectors = [pieces.Vector(item)] }, Token);

        await open.Store.ClearAsync(Token);

        Assert.Equal(0, await open.Store.PositionAsync(Token));
        Assert.Empty(await open.Store.SearchTextAsync("one", KnowledgeFilter.All, 10, Token));
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [item] }, Token);
        Assert.Single(await open.Store.SearchTextAsync("one", KnowledgeFilter.All, 10, Token));
        Assert.Empty(await open.Store.ReadVectorsAsync("m@1", null, 9, Token));
    }

    private static async Task<int> CompareAsync(IKnowledgeStore[] stores, KnowledgeFilter filter, string query)
    {
        var answers = new List<string>();
        var count = 0;
        foreach (var store in stores)
        {
            var first = await store.ListAsync(filter, null, 5, Token);
            var rest = first.Count == 0 ? [] : await store.ListAsync(filter, first[^1].Id, 1000, Token);
            var text = await store.SearchTextAsync(query, filter, 7, Token);
            count += text.Count;
            answers.Add(JsonSerializer.Serialize(new
            {
                Position = await store.PositionAsync(Token),
                first,
                rest,
                text = text.Select(score => (score.Item.Value, Math.Round(score.Score, 9).ToString("r", null))).Select(pair => pair.ToString()),
                vectors = (await store.ReadVectorsAsync("m@1", new KnowledgeId("work/0005"), 40, Token)).Select(vector => vector.Item + string.Join(',', vector.Values.ToArray())),
                without = await store.ListWithoutVectorAsync("m@1", 30, Token),
            }));
        }

        Assert.Equal(answers[1], answers[0]);
        return count;
    }
}

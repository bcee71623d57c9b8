using System.Runtime.InteropServices;
using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests.Knowledge;

/// <summary>What was forgotten is in no file of the store.</summary>
public sealed class ForgettingTests : IDisposable
{
    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Forget_AmongManyPieces_NoFileHoldsAWordOrAVectorOfIt()
    {
        await using var open = new OpenMemory(_folder);
        var (pieces, gone) = (new Pieces(11), new List<KnowledgeItem>());
        float[] telling = [0.123456f, 0.654321f, 0.111213f];
        for (var batch = 1; batch <= 20; batch++)
        {
            var items = Enumerable.Range(batch * 100, 50).Select(pieces.Next).ToList();
            items.Add(Pieces.Of($"secret/{batch}", $"xylophonist{batch} quetzalcoatl zwergpinscher", $"Wintergreen{batch}", batch) with { Subjects = [$"person/hidden{batch}"] });
            gone.Add(items[^1]);
            await open.Store.ApplyAsync(
                new KnowledgeBatch(batch) { Items = items, Vectors = [.. items.Select(item => gone.Contains(item) ? new KnowledgeVector(item.Id, "m@1", telling) : pieces.Vector(item))] },
                Token);
        }

        byte[][] traces = [.. new[] { "xylophonist", "quetzalcoatl", "zwergpinscher", "intergreen", "hidden", "secret/" }.Select(Encoding.UTF8.GetBytes), MemoryMarshal.AsBytes(telling.AsSpan()).ToArray()];
        Assert.Equal(traces.Length, traces.Count(trace => Files().Any(file => file.AsSpan().IndexOf(trace) >= 0)));

        var taken = await open.Store.ForgetAsync([.. gone.Select(item => item.Source)], Token);

        Assert.Equal(gone.Select(item => item.Id.Value).Order(), taken.Select(id => id.Value).Order());
        Assert.All(traces, trace => Assert.DoesNotContain(Files(), file => file.AsSpan().IndexOf(trace) >= 0));
        Assert.Equal(1000, (await open.Store.ListAsync(new KnowledgeFilter { History = true }, null, 5000, Token)).Count);
        Assert.NotEmpty(await open.Store.SearchTextAsync("kitchen", KnowledgeFilter.All, 5, Token));
    }

    [Fact]
    public async Task Replace_WithOtherWords_NoWordOfBeforeIsFound()
    {
        await using var open = new OpenMemory(_folder);
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", "quetzalcoatl")], Vectors = [new KnowledgeVector(new KnowledgeId("a"), "m@1", new float[] { 1 })] }, Token);
        await open.Store.ApplyAsync(new KnowledgeBatch(2) { Items = [Pieces.Of("a", "roof")] }, Token);

        Assert.Empty(await open.Store.SearchTextAsync("quetzalcoatl", KnowledgeFilter.All, 5, Token));
        Assert.Empty(await open.Store.ReadVectorsAsync("m@1", null, 5, Token));
        Assert.Single(await open.Store.SearchTextAsync("roof", KnowledgeFilter.All, 5, Token));
    }

    [Fact]
    public async Task Forget_NothingOfIt_ChangesNothing()
    {
        await using var open = new OpenMemory(_folder);
        await open.Store.ApplyAsync(new KnowledgeBatch(1) { Items = [Pieces.Of("a", "roof")] }, Token);

        Assert.Empty(await open.Store.ForgetAsync([new StreamId("work/other")], Token));
        Assert.Single(await open.Store.ListAsync(KnowledgeFilter.All, null, 5, Token));
    }

    private IEnumerable<byte[]> Files() => new[] { _folder.Database, _folder.Database + "-wal" }.Select(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    });
}

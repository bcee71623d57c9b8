using AiOs.Contracts;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;
using AiOs.Memory.Tests.Support;
using AiOs.Testing.Models;
using AiOs.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Memory.Tests.Embedding;

/// <summary>A configured model over real HTTP: memory answers before it has seen everything, while it is away, and after.</summary>
public sealed class ModelChangeTests : IAsyncDisposable
{
    private readonly EmbeddingServer _server = new() { Synonyms = { ["automobile"] = "car" } };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Backfill_NewModel_AnswersAllTheWhileAndWithItAfterwards()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        await mind.KeepAsync([.. Enumerable.Range(0, 100).Select(number => Pieces.Of($"x{number}", $"roof number {number}")), Pieces.Of("a", "my car is blue")]);
        Assert.Equal("a", (await mind.FindAsync("car"))[0]);
        Assert.Equal(0, _server.Requests);

        var steps = 0;
        while (await mind.Backfill.StepAsync(mind.Models.Configured!, Token) > 0)
        {
            Assert.Equal("a", (await mind.FindAsync("car"))[0]);
            Assert.Equal(mind.Models.Local, mind.Models.Asked);
            steps++;
        }

        Assert.Equal(4, steps);
        Assert.Equal(101, _server.Texts);
        Assert.True(_server.LargestBatch <= 32);
        Assert.Equal("a", (await mind.FindAsync("automobile"))[0]);
        Assert.Equal("Bearer secret", _server.Key);
    }

    [Theory]
    [InlineData(ModelFault.Unauthorised)]
    [InlineData(ModelFault.OneMissing)]
    [InlineData(ModelFault.Uneven)]
    [InlineData(ModelFault.NoJson)]
    public async Task Search_ModelFails_AnswersWithTheLocalOne(ModelFault fault)
    {
        using var mind = await CoveredAsync();
        _server.FailNext(fault, fault);

        Assert.Equal("a", (await mind.FindAsync("car"))[0]);
        Assert.Equal("a", (await mind.FindAsync("blue car"))[0]);
    }

    [Theory]
    [InlineData(ModelFault.TooMany)]
    [InlineData(ModelFault.Broken)]
    public async Task Embed_PassingFault_IsTriedAgain(ModelFault fault)
    {
        using var mind = await CoveredAsync();
        var before = _server.Requests;
        _server.FailNext(fault);

        var vectors = await mind.Embedder.EmbedAsync(mind.Models.Configured!, ["a car"], TimeSpan.FromMinutes(1), Token);

        Assert.Equal(1, vectors[0].ToArray().Sum(value => value * value), 4);
        Assert.Equal(2, _server.Requests - before);
    }

    [Fact]
    public async Task Embed_NoAnswer_EndsInItsTime()
    {
        var time = new FakeTimeProvider();
        _server.FailNext(ModelFault.Hang);
        var embedding = new Embedder(time).EmbedAsync(Model(), ["a"], TimeSpan.FromSeconds(3), Token);

        while (_server.Requests == 0)
        {
            await Task.Yield();
        }

        Assert.False(embedding.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.True((await Assert.ThrowsAsync<AiOsException>(() => embedding)).IsTransient);
    }

    [Fact]
    public async Task Backfill_ServerGone_KeepsAnsweringAndGoesOnLater()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        await mind.KeepAsync(Pieces.Of("a", "my car is blue"));
        await _server.DisposeAsync();

        var fault = await Assert.ThrowsAsync<AiOsException>(() => mind.Backfill.StepAsync(mind.Models.Configured!, Token));

        Assert.True(fault.IsTransient);
        Assert.Equal("a", (await mind.FindAsync("car"))[0]);
        Assert.Equal(mind.Models.Local, mind.Models.Asked);
    }

    [Fact]
    public async Task Backfill_TextThatIsTooLong_IsAskedForWithLessOfIt()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        _server.Refuses = text => text.Length > 1_000;
        await mind.KeepAsync(Pieces.Of("a", "my car is blue " + new string('x', 5_000)), Pieces.Of("b", "the roof"));

        Assert.Equal(2, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));

        Assert.Equal(0, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal("a", (await mind.FindAsync("automobile"))[0]);
    }

    [Fact]
    public async Task Backfill_TextThatIsNeverTaken_KeepsNoOtherFromItsVector()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        _server.Refuses = text => text.Contains("forbidden", StringComparison.Ordinal);
        await mind.KeepAsync(Pieces.Of("a", "a forbidden car"), Pieces.Of("b", "my car is blue"));

        Assert.Equal(2, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));

        Assert.Equal(0, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal(["b"], await mind.FindAsync("automobile"));
        Assert.Equal("a", (await mind.FindAsync("forbidden"))[0]);
    }

    [Fact]
    public async Task Backfill_ModelThatTakesNothing_Says()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        _server.Refuses = _ => true;
        await mind.KeepAsync(Pieces.Of("a", "my car is blue"));

        await Assert.ThrowsAsync<TextRefusedException>(() => mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal("a", (await mind.FindAsync("car"))[0]);
    }

    [Fact]
    public async Task Backfill_WhereNothingWasLearned_DoesNotLookThroughAllPieces()
    {
        var kept = new InMemoryKnowledgeStore();
        using var mind = new Minds(kept, Model());
        await mind.KeepAsync(Pieces.Of("a", "my car is blue"));
        Assert.Equal(1, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal(0, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        var looked = kept.Looked;

        Assert.Equal(0, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal(looked, kept.Looked);

        await mind.KeepAsync(Pieces.Of("b", "the roof"));
        Assert.Equal(1, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        mind.Models.Uncover();
        Assert.Equal(0, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal(looked + 2, kept.Looked);
    }

    [Fact]
    public async Task Backfill_TwoHostsOnOneStore_AskOnceAndBothFindIt()
    {
        var (kept, leases) = (new InMemoryKnowledgeStore(), new InMemoryLeases(TimeProvider.System));
        using var one = new Minds(kept, Model(), leases: leases);
        using var other = new Minds(kept, Model(), leases: leases, seed: 2);
        await KeepAsync(Pieces.Of("a", "my car is blue"), Pieces.Of("b", "the roof"));
        Assert.Equal(2, await one.Backfill.StepAsync(one.Models.Configured!, Token));
        Assert.Equal((0, 0), (await one.Backfill.StepAsync(one.Models.Configured!, Token), await other.Backfill.StepAsync(other.Models.Configured!, Token)));
        Assert.Equal(["a"], await other.FindAsync("automobile"));

        await KeepAsync(Pieces.Of("c", "a red car"));
        var before = _server.Texts;
        Assert.Equal(0, await other.Backfill.StepAsync(other.Models.Configured!, Token));
        Assert.Equal(1, await one.Backfill.StepAsync(one.Models.Configured!, Token));
        Assert.Equal(0, await other.Backfill.StepAsync(other.Models.Configured!, Token));

        Assert.Equal(1, _server.Texts - before);
        Assert.Equal(["a", "c"], (await other.FindAsync("automobile")).Order(StringComparer.Ordinal));

        await KeepAsync(Pieces.Of("d", "an old car"));
        await one.Backfill.StopAsync(Token);
        Assert.Equal(1, await other.Backfill.StepAsync(other.Models.Configured!, Token));

        async Task KeepAsync(params KnowledgeItem[] items)
        {
            await one.KeepAsync(items);
            await other.KeepAsync(items);
        }
    }

    [Fact]
    public async Task Search_PieceThatSaysSomethingElseNow_IsNotFoundByWhatItSaidBefore()
    {
        using var mind = await CoveredAsync();
        Assert.Equal(["a"], await mind.FindAsync("automobile"));

        await mind.KeepAsync(Pieces.Of("a", "a boat is white"));

        Assert.Empty(await mind.FindAsync("automobile"));
        Assert.Equal(1, await mind.Backfill.StepAsync(mind.Models.Configured!, Token));
        Assert.Equal(["a"], await mind.FindAsync("boat"));
    }

    [Fact]
    public async Task Search_ModelWithOtherDimensions_FindsByWords()
    {
        using var mind = await CoveredAsync();
        _server.Dimensions = 32;

        Assert.Equal("a", (await mind.FindAsync("car"))[0]);
    }

    private EmbeddingModel Model() =>
        RemoteEmbedding.Of(new ModelOptions { Endpoint = _server.Endpoint.ToString(), ApiKey = "secret", Embedding = "words" })!;

    private async Task<Minds> CoveredAsync()
    {
        var mind = new Minds(new InMemoryKnowledgeStore(), Model());
        await mind.KeepAsync(Pieces.Of("a", "my car is blue"), Pieces.Of("b", "the roof"));
        while (await mind.Backfill.StepAsync(mind.Models.Configured!, Token) > 0)
        {
            Assert.True(_server.IsWhole);
        }

        Assert.Equal(mind.Models.Configured, mind.Models.Asked);
        return mind;
    }
}

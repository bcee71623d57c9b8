using AiOs.Contracts.Schedules;
using AiOs.Memory.Embedding;
using AiOs.Memory.Tests.Support;
using AiOs.Testing.Stores;

namespace AiOs.Memory.Tests.Embedding;

/// <summary>The job gives what is lacking, and its proof is what the store says.</summary>
public sealed class ReEmbeddingTests
{
    private static readonly JobCall Call = new("key", DateTimeOffset.UnixEpoch, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_MemoryWithAndWithoutVectors_ProvesThatNoneIsLacking()
    {
        using var mind = new Minds(new InMemoryKnowledgeStore());
        await mind.Store.ApplyAsync(new Contracts.Knowledge.KnowledgeBatch(1) { Items = [Pieces.Of("one", "the first thing"), Pieces.Of("two", "the second thing")] }, Token);
        var job = new ReEmbedding(mind.Store, mind.Backfill, mind.Models);

        var proved = Assert.IsType<JobReport.Proved>(await job.RunAsync(Call, Token));
        Assert.Equal(["0", "2"], proved.Proof.Select(fact => fact.Value));

        var again = Assert.IsType<JobReport.Proved>(await job.RunAsync(Call, Token));
        Assert.Equal(["0", "0"], again.Proof.Select(fact => fact.Value));
    }
}

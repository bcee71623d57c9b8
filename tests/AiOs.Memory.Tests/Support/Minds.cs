using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Leases;
using AiOs.Memory.Embedding;
using AiOs.Memory.Knowledge;
using AiOs.Memory.Retrieval;
using AiOs.Memory.Vectors;
using AiOs.Testing.Doubles;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Memory.Tests.Support;

/// <summary>Memory put together over a store.</summary>
internal sealed class Minds : IDisposable
{
    private long _position;

    public Minds(IKnowledgeStore kept, EmbeddingModel? configured = null, TimeProvider? time = null, ILeases? leases = null, int seed = 1)
    {
        Index = new VectorIndex(kept);
        Store = new LiveKnowledgeStore(kept, Index);
        Models = new EmbeddingModels(configured);
        Embedder = new Embedder(time ?? TimeProvider.System);
        Backfill = new VectorBackfill(
            Store, Index, Models, new PatientEmbedder(Embedder), new BackfillTurn(leases, new SeededEntropy(seed)), time ?? TimeProvider.System, NullLogger<VectorBackfill>.Instance);
        Recall = new Recall(Store, new MeaningSearch(Store, Models, Embedder, NullLogger<MeaningSearch>.Instance));
    }

    public VectorIndex Index { get; }

    public LiveKnowledgeStore Store { get; }

    public EmbeddingModels Models { get; }

    public Embedder Embedder { get; }

    public VectorBackfill Backfill { get; }

    public IRecall Recall { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task KeepAsync(params IReadOnlyList<KnowledgeItem> items) =>
        Store.ApplyAsync(new KnowledgeBatch(++_position) { Items = items, Vectors = [.. items.Select(Pieces.VectorOf)] }, Token);

    public async Task<IReadOnlyList<string>> FindAsync(string words, KnowledgeFilter? filter = null) =>
        [.. (await Recall.SearchAsync(new RecallQuery { Words = words, Filter = filter ?? KnowledgeFilter.All, Now = Pieces.Moment }, Token)).Select(found => found.Item.Id.Value)];

    public void Dispose()
    {
        Backfill.Dispose();
        Index.Dispose();
    }
}

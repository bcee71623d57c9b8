using System.Collections.Concurrent;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Vectors;

namespace AiOs.Memory.Knowledge;

/// <summary>
/// The store that everybody uses: what is kept, with the vectors in memory beside it, changed in step. It compares vectors exactly where the
/// store cannot. What was forgotten once is not learned again from a stretch of the journal that was read before.
/// </summary>
/// <param name="kept">The store below.</param>
/// <param name="index">The vectors in memory.</param>
internal sealed class LiveKnowledgeStore(IKnowledgeStore kept, VectorIndex index) : IKnowledgeStore
{
    private readonly ConcurrentDictionary<StreamId, bool> _forgotten = new();

    /// <inheritdoc/>
    public Task<long> PositionAsync(CancellationToken cancellationToken) => kept.PositionAsync(cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken) => index.ChangeAsync(
        async () =>
        {
            var learned = _forgotten.IsEmpty ? batch : batch with { Items = [.. batch.Items.Where(item => !_forgotten.ContainsKey(item.Source))] };
            await kept.ApplyAsync(learned, cancellationToken);
            return learned;
        },
        learned =>
        {
            index.Take(learned);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken) => index.ChangeAsync(
        async () =>
        {
            await kept.PutVectorsAsync(vectors, cancellationToken);
            return vectors;
        },
        async put => index.Take(await kept.FindAsync([.. put.Select(vector => vector.Item)], CancellationToken.None), put),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken) => index.ChangeAsync(
        () =>
        {
            foreach (var source in sources)
            {
                _forgotten[source] = true;
            }

            return kept.ForgetAsync(sources, cancellationToken);
        },
        gone =>
        {
            index.Remove(gone);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) => index.ChangeAsync(
        async () =>
        {
            await kept.ClearAsync(cancellationToken);
            return true;
        },
        _ =>
        {
            index.Reset();
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        kept.FindAsync(ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListAsync(
        KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken) =>
        kept.ListAsync(filter, before, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>> SearchTextAsync(
        string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken) =>
        kept.SearchTextAsync(words, filter, count, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnowledgeScore>?> SearchVectorAsync(
        KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken) =>
        await kept.SearchVectorAsync(query, filter, count, cancellationToken) ?? await index.SearchAsync(query, filter, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(
        string model, KnowledgeId? after, int count, CancellationToken cancellationToken) =>
        kept.ReadVectorsAsync(model, after, count, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(
        string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        kept.FindVectorsAsync(model, ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken) =>
        kept.ListWithoutVectorAsync(model, count, cancellationToken);
}

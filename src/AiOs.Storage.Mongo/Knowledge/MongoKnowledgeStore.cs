using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Storage.Mongo.Database;
using AiOs.Storage.Mongo.Knowledge.Search;

namespace AiOs.Storage.Mongo.Knowledge;

/// <summary>Memory in MongoDB: pieces with their vectors, searched by the server's search engine where it has one.</summary>
internal sealed class MongoKnowledgeStore(MongoPlace place, SearchEngine engine) : IKnowledgeStore
{
    private readonly KnowledgeWriter _writer = new(place);
    private readonly KnowledgeReads _reads = new(place);
    private readonly TextIndexSearch _text = new(place);

    /// <inheritdoc/>
    public Task<long> PositionAsync(CancellationToken cancellationToken) =>
        place.ReadAsync(async stop => (await _writer.PlaceAsync(stop)).Position, cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return place.WriteAsync(() => _writer.ApplyAsync(batch), cancellationToken);
    }

    /// <inheritdoc/>
    public Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        return place.WriteAsync(() => _writer.PutAsync(vectors), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken) =>
        place.WriteAsync(() => _writer.ForgetAsync(sources), cancellationToken);

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) => place.WriteAsync(_writer.ClearAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        place.ReadAsync(stop => _reads.FindAsync(ids, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListAsync(KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken) =>
        CannotFind(filter, count) ? NothingAsync<KnowledgeItem>() : place.ReadAsync(stop => _reads.ListAsync(filter, before, count, stop), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KnowledgeScore>> SearchTextAsync(string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(words);
        return CannotFind(filter, count) || Words.Distinct(words) is not { Count: > 0 } terms
            ? []
            : await place.ReadAsync(
                async stop => await engine.ByWordsAsync(terms, filter, count, stop) ?? await _text.SearchAsync(terms, filter, count, stop),
                cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>?> SearchVectorAsync(KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return CannotFind(filter, count)
            ? Task.FromResult<IReadOnlyList<KnowledgeScore>?>([])
            : place.ReadAsync(stop => engine.ByMeaningAsync(query, filter, count, stop), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(string model, KnowledgeId? after, int count, CancellationToken cancellationToken) =>
        count <= 0 ? NothingAsync<KnowledgeVector>() : place.ReadAsync(stop => _reads.ReadVectorsAsync(model, after, count, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? NothingAsync<KnowledgeVector>() : place.ReadAsync(stop => _reads.FindVectorsAsync(model, ids, stop), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken) =>
        count <= 0 ? NothingAsync<KnowledgeItem>() : place.ReadAsync(stop => _reads.ListWithoutVectorAsync(model, count, stop), cancellationToken);

    private static bool CannotFind(KnowledgeFilter filter, int count) => count <= 0 || KnowledgeMatch.IsEmpty(filter);

    private static Task<IReadOnlyList<T>> NothingAsync<T>() => Task.FromResult<IReadOnlyList<T>>([]);
}

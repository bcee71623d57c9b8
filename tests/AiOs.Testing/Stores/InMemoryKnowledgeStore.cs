using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Testing.Stores;

/// <summary>Memory in memory, by the same rules as every store.</summary>
public sealed class InMemoryKnowledgeStore : IKnowledgeStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<KnowledgeId, KnowledgeItem> _items = [];
    private readonly Dictionary<(KnowledgeId Item, string Model), KnowledgeVector> _vectors = [];
    private long _position;

    /// <summary>While it is away nothing can be read or written.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether it compares vectors itself, as a server does; the exact search of the caller is not used then.</summary>
    public bool SearchesVectors { get; init; }

    /// <summary>How often somebody looked for pieces without a vector.</summary>
    public int Looked { get; private set; }

    /// <summary>Every piece by its id.</summary>
    /// <returns>A copy.</returns>
    public IReadOnlyList<KnowledgeItem> All()
    {
        lock (_gate)
        {
            return [.. _items.Values.OrderBy(item => item.Id.Value, StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc/>
    public Task<long> PositionAsync(CancellationToken cancellationToken) => UseAsync(() => _position, cancellationToken);

    /// <inheritdoc/>
    public Task ApplyAsync(KnowledgeBatch batch, CancellationToken cancellationToken) => UseAsync(
        () =>
        {
            if (batch.Position > _position)
            {
                Apply(batch);
                _position = batch.Position;
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task PutVectorsAsync(IReadOnlyList<KnowledgeVector> vectors, CancellationToken cancellationToken) => UseAsync(() => Put(vectors), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeId>> ForgetAsync(IReadOnlyList<StreamId> sources, CancellationToken cancellationToken) =>
        UseAsync<IReadOnlyList<KnowledgeId>>(
            () =>
            {
                var gone = _items.Values.Where(item => sources.Contains(item.Source)).Select(item => item.Id).ToArray();
                Remove(gone);
                return gone;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task ClearAsync(CancellationToken cancellationToken) => UseAsync(
        () =>
        {
            _items.Clear();
            _vectors.Clear();
            return _position = 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> FindAsync(IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) =>
        UseAsync<IReadOnlyList<KnowledgeItem>>(() => [.. ids.Distinct().Where(_items.ContainsKey).Select(id => _items[id])], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListAsync(
        KnowledgeFilter filter, KnowledgeId? before, int count, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<KnowledgeItem>>(
        () =>
        {
            var last = before is { } id ? _items.GetValueOrDefault(id) : null;
            return before is not null && last is null
                ? []
                :
                [
                    .. _items.Values.Where(filter.Allows).Where(item => last is null || Compare(item, last) > 0)
                        .Order(Comparer<KnowledgeItem>.Create(Compare)).Take(count),
                ];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>> SearchTextAsync(
        string words, KnowledgeFilter filter, int count, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<KnowledgeScore>>(
        () => PlainTextSearch.Run(_items.Values.Where(filter.Allows), words, count), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeScore>?> SearchVectorAsync(
        KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<KnowledgeScore>?>(
        () => !SearchesVectors
            ? null
            :
            [
                .. _vectors.Values.Where(vector => vector.Model == query.Model && filter.Allows(_items[vector.Item]))
                    .Select(vector => new KnowledgeScore(vector.Item, Cosine(vector, query)))
                    .OrderByDescending(score => score.Score).ThenBy(score => score.Item.Value, StringComparer.Ordinal).Take(count),
            ],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> ReadVectorsAsync(
        string model, KnowledgeId? after, int count, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<KnowledgeVector>>(
        () =>
        [
            .. _vectors.Values.Where(vector => vector.Model == model && (after is not { } last || string.CompareOrdinal(vector.Item.Value, last.Value) > 0))
                .OrderBy(vector => vector.Item.Value, StringComparer.Ordinal).Take(count),
        ],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeVector>> FindVectorsAsync(
        string model, IReadOnlyCollection<KnowledgeId> ids, CancellationToken cancellationToken) => UseAsync<IReadOnlyList<KnowledgeVector>>(
        () => [.. _vectors.Values.Where(vector => vector.Model == model && ids.Contains(vector.Item))],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnowledgeItem>> ListWithoutVectorAsync(string model, int count, CancellationToken cancellationToken) =>
        UseAsync<IReadOnlyList<KnowledgeItem>>(
            () =>
            {
                Looked++;
                return
                [
                    .. _items.Values.Where(item => !_vectors.ContainsKey((item.Id, model)))
                        .OrderBy(item => item.Position).ThenBy(item => item.Id.Value, StringComparer.Ordinal).Take(count),
                ];
            },
            cancellationToken);

    private static int Compare(KnowledgeItem one, KnowledgeItem other) => one.Position != other.Position
        ? other.Position.CompareTo(one.Position)
        : string.CompareOrdinal(one.Id.Value, other.Id.Value);

    private static double Cosine(KnowledgeVector one, KnowledgeVector other)
    {
        var sum = 0f;
        for (var index = 0; index < one.Values.Length; index++)
        {
            sum += one.Values.Span[index] * other.Values.Span[index];
        }

        return sum;
    }

    private void Apply(KnowledgeBatch batch)
    {
        foreach (var item in batch.Items)
        {
            if (_items.TryGetValue(item.Id, out var earlier) && (earlier.Title != item.Title || earlier.Text != item.Text))
            {
                Remove([item.Id]);
            }

            _items[item.Id] = item;
        }

        Put(batch.Vectors);
        Remove(batch.Removed);
    }

    private bool Put(IReadOnlyList<KnowledgeVector> vectors)
    {
        foreach (var vector in vectors.Where(vector => _items.ContainsKey(vector.Item)))
        {
            _vectors[(vector.Item, vector.Model)] = vector;
        }

        return true;
    }

    private void Remove(IReadOnlyCollection<KnowledgeId> ids)
    {
        foreach (var id in ids)
        {
            _items.Remove(id);
        }

        foreach (var key in _vectors.Keys.Where(key => ids.Contains(key.Item)).ToArray())
        {
            _vectors.Remove(key);
        }
    }

    private Task<T> UseAsync<T>(Func<T> use, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        if (IsAway)
        {
            return Task.FromException<T>(new AiOsException("Memory is away.") { IsTransient = true });
        }

        lock (_gate)
        {
            return Task.FromResult(use());
        }
    }
}

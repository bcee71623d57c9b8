using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Vectors;

/// <summary>The vectors in memory, read from the store when somebody first searches, and kept current by every change after that. One change at a time.</summary>
/// <param name="store">Where they are kept.</param>
internal sealed class VectorIndex(IKnowledgeStore store) : IDisposable
{
    private const int Page = 1024;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, LoadedVectors> _models = new(StringComparer.Ordinal);

    /// <summary>Finds what is nearest.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="filter">Which pieces may be found.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first.</returns>
    public async Task<IReadOnlyList<KnowledgeScore>> SearchAsync(
        KnowledgeVector query, KnowledgeFilter filter, int count, CancellationToken cancellationToken)
    {
        var matrix = await FindAsync(query.Model, cancellationToken);
        return matrix is null || matrix.Dimensions != query.Values.Length ? [] : matrix.Search(query.Values.Span, filter, count);
    }

    /// <summary>Changes the store and then what is in memory, with no other change between.</summary>
    /// <typeparam name="T">What the store says.</typeparam>
    /// <param name="change">Changes the store.</param>
    /// <param name="follow">Changes what is in memory.</param>
    /// <param name="cancellationToken">Gives up before the change begins.</param>
    /// <returns>What the store said.</returns>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change, Func<T, Task> follow, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var said = await change();
            await follow(said);
            return said;
        }
        catch
        {
            // Nobody knows what the store holds now, so it is read anew.
            _models.Clear();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a batch over; within <see cref="ChangeAsync"/>.</summary>
    /// <param name="batch">The batch.</param>
    public void Take(KnowledgeBatch batch)
    {
        foreach (var (model, loaded) in _models.Where(pair => pair.Value.Position < batch.Position).ToArray())
        {
            var vectors = batch.Vectors.Where(vector => vector.Model == model).ToDictionary(vector => vector.Item, vector => vector.Values);
            var matrix = loaded.Matrix ?? New(vectors.Values.FirstOrDefault());
            foreach (var item in batch.Items)
            {
                // With a bare null the compiler takes an array's conversion, and the piece would get an empty vector.
                matrix?.Put(item, vectors.TryGetValue(item.Id, out var values) && values.Length == matrix.Dimensions ? values : default(ReadOnlyMemory<float>?));
                _ = matrix?.Holds(item.Id) == true ? loaded.Lacking.Remove(item.Id) : loaded.Lacking.Add(item.Id);
            }

            matrix?.Remove(batch.Removed);
            loaded.Lacking.ExceptWith(batch.Removed);
            _models[model] = loaded with { Matrix = matrix, Position = batch.Position };
        }
    }

    /// <summary>Takes vectors over that came later; within <see cref="ChangeAsync"/>.</summary>
    /// <param name="items">Their pieces, as they are kept.</param>
    /// <param name="vectors">The vectors.</param>
    public void Take(IReadOnlyList<KnowledgeItem> items, IReadOnlyList<KnowledgeVector> vectors)
    {
        var kept = items.ToDictionary(item => item.Id);
        foreach (var group in vectors.GroupBy(vector => vector.Model))
        {
            if (_models.TryGetValue(group.Key, out var loaded))
            {
                var matrix = loaded.Matrix ?? New(group.First().Values);
                foreach (var vector in group.Where(vector => kept.ContainsKey(vector.Item) && vector.Values.Length == matrix?.Dimensions))
                {
                    matrix?.Put(kept[vector.Item], vector.Values);
                }

                loaded.Lacking.ExceptWith(group.Select(vector => vector.Item));
                _models[group.Key] = loaded with { Matrix = matrix };
            }
        }
    }

    /// <summary>Takes pieces out, their vectors overwritten.</summary>
    /// <param name="ids">The pieces.</param>
    public void Remove(IReadOnlyCollection<KnowledgeId> ids)
    {
        foreach (var loaded in _models.Values)
        {
            loaded.Matrix?.Remove(ids);
            loaded.Lacking.ExceptWith(ids);
        }
    }

    /// <summary>Reads vectors that another host has made meanwhile of pieces that lacked one here.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When they are found.</returns>
    public async Task FillAsync(string model, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_models.TryGetValue(model, out var loaded) && loaded.Lacking.Count > 0
                && await store.FindVectorsAsync(model, [.. loaded.Lacking.Take(Page)], cancellationToken) is { Count: > 0 } made)
            {
                Take(await store.FindAsync([.. made.Select(vector => vector.Item)], cancellationToken), made);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Forgets everything, to be read anew; within <see cref="ChangeAsync"/>.</summary>
    public void Reset() => _models.Clear();

    /// <summary>Forgets everything, to be read anew, since another host took pieces away.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is forgotten.</returns>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        Reset();
        _gate.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static VectorMatrix? New(ReadOnlyMemory<float> first) => first.IsEmpty ? null : new VectorMatrix(first.Length);

    private async Task<VectorMatrix?> FindAsync(string model, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_models.TryGetValue(model, out var loaded))
            {
                loaded = await LoadAsync(model, cancellationToken);
                _models[model] = loaded;
            }

            return loaded.Matrix;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<LoadedVectors> LoadAsync(string model, CancellationToken cancellationToken)
    {
        // The position and what lacks a vector first: what comes in meanwhile is taken over a second time, which changes nothing.
        var position = await store.PositionAsync(cancellationToken);
        var lacking = await store.ListWithoutVectorAsync(model, Page, cancellationToken);
        VectorMatrix? matrix = null;
        KnowledgeId? last = null;
        while (await store.ReadVectorsAsync(model, last, Page, cancellationToken) is { Count: > 0 } vectors)
        {
            last = vectors[^1].Item;
            matrix ??= new VectorMatrix(vectors[0].Values.Length);
            var items = (await store.FindAsync([.. vectors.Select(vector => vector.Item)], cancellationToken)).ToDictionary(item => item.Id);
            foreach (var vector in vectors)
            {
                if (vector.Values.Length == matrix.Dimensions && items.TryGetValue(vector.Item, out var item))
                {
                    matrix.Put(item, vector.Values);
                }
            }
        }

        return new LoadedVectors(matrix, position, [.. lacking.Select(item => item.Id)]);
    }
}

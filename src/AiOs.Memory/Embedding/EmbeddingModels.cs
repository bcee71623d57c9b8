using System.Collections.Concurrent;

namespace AiOs.Memory.Embedding;

/// <summary>
/// The models in use. Our own is always there, so that every piece has a vector at once and for the times in which a configured one is away or
/// has not seen all pieces yet.
/// </summary>
/// <param name="configured">The operator's model, where one is configured.</param>
internal sealed class EmbeddingModels(EmbeddingModel? configured)
{
    private readonly ConcurrentDictionary<string, long> _coveredAt = new(StringComparer.Ordinal);

    /// <summary>Our own.</summary>
    public EmbeddingModel Local { get; } = new(LocalEmbedding.ModelId, new LocalEmbedding());

    /// <summary>The operator's, where one is configured.</summary>
    public EmbeddingModel? Configured => configured;

    /// <summary>Every model, our own first.</summary>
    public IReadOnlyList<EmbeddingModel> All => configured is null ? [Local] : [Local, configured];

    /// <summary>The model that queries are asked with: the operator's as soon as it has seen every piece once.</summary>
    public EmbeddingModel Asked => configured is not null && _coveredAt.ContainsKey(configured.Id) ? configured : Local;

    /// <summary>Every piece that memory kept at a position has a vector of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="position">The position.</param>
    public void Cover(EmbeddingModel model, long position) => _coveredAt[model.Id] = position;

    /// <summary>Whether nothing can lack a vector: nothing was learned since the model had seen everything.</summary>
    /// <param name="model">The model.</param>
    /// <param name="position">Where memory stands.</param>
    /// <returns>Whether.</returns>
    public bool IsCovered(EmbeddingModel model, long position) => _coveredAt.TryGetValue(model.Id, out var covered) && covered == position;

    /// <summary>Memory is worked out anew, so no model has seen it.</summary>
    public void Uncover() => _coveredAt.Clear();
}

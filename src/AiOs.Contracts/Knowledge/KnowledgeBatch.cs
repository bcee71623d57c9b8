using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>What a stretch of the journal changes in memory; kept whole or not at all.</summary>
/// <param name="Position">The last position it covers. A batch that ends at or before what is kept already changes nothing.</param>
public sealed record KnowledgeBatch(long Position)
{
    /// <summary>Pieces that are new or changed; each takes the place of the earlier one of its id.</summary>
    public IReadOnlyList<KnowledgeItem> Items { get; init; } = [];

    /// <summary>What these pieces mean; a vector of a piece that is not kept is left out.</summary>
    public IReadOnlyList<KnowledgeVector> Vectors { get; init; } = [];

    /// <summary>Pieces that are taken away for good, with their vectors.</summary>
    public IReadOnlyList<KnowledgeId> Removed { get; init; } = [];
}

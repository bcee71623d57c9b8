using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>How well one piece answers one query.</summary>
/// <param name="Item">Which piece.</param>
/// <param name="Score">The higher the better; comparable within one answer only.</param>
public readonly record struct KnowledgeScore(KnowledgeId Item, double Score);

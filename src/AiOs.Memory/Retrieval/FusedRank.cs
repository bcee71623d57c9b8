using AiOs.Contracts.Ids;

namespace AiOs.Memory.Retrieval;

/// <summary>A piece with its places in both searches.</summary>
/// <param name="Item">Which piece.</param>
/// <param name="Score">What both places give together.</param>
/// <param name="ByWords">Its place by words, where it has one.</param>
/// <param name="ByMeaning">Its place by meaning, where it has one.</param>
internal sealed record FusedRank(KnowledgeId Item, double Score, int? ByWords, int? ByMeaning);

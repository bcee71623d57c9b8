namespace AiOs.Contracts.Knowledge;

/// <summary>A piece of knowledge that came up.</summary>
/// <param name="Item">The piece.</param>
/// <param name="Score">How well it fits; the higher the better, comparable within one answer only.</param>
/// <param name="ByWords">Its place in the search by words, 1 for the first; nothing where it did not come up there.</param>
/// <param name="ByMeaning">Its place in the search by meaning, 1 for the first; nothing where it did not come up there.</param>
public sealed record Recalled(KnowledgeItem Item, double Score, int? ByWords, int? ByMeaning);

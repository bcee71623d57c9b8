using AiOs.Contracts.Knowledge;

namespace AiOs.Contracts.Context;

/// <summary>A piece of knowledge that came to mind: a hint, never a fact.</summary>
/// <param name="Item">The piece, with its provenance and source.</param>
/// <param name="Score">How well it fits; comparable within one pack only.</param>
/// <param name="Age">How long ago it was learned.</param>
public sealed record Recollection(KnowledgeItem Item, double Score, TimeSpan Age);

using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Knowledge;

/// <summary>The store that memory is kept in, below the one that everybody uses.</summary>
/// <param name="Store">The store.</param>
internal sealed record KeptKnowledge(IKnowledgeStore Store);

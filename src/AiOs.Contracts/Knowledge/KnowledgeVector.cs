using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Knowledge;

/// <summary>What a piece of knowledge means to an embedding model.</summary>
/// <param name="Item">Which piece.</param>
/// <param name="Model">The model and its version; vectors of different models are never compared.</param>
/// <param name="Values">A vector of length 1 (or all zeros where the text says nothing); as many values as the model gives, at most 4,096.</param>
public sealed record KnowledgeVector(KnowledgeId Item, string Model, ReadOnlyMemory<float> Values);

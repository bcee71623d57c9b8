using Microsoft.Extensions.AI;

namespace AiOs.Memory.Embedding;

/// <summary>A model that gives vectors.</summary>
/// <param name="Id">The model and its version, as it stands at every vector.</param>
/// <param name="Generator">Makes them.</param>
internal sealed record EmbeddingModel(string Id, IEmbeddingGenerator<string, Embedding<float>> Generator);

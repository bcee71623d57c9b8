using AiOs.Contracts.Ids;

namespace AiOs.Memory.Vectors;

/// <summary>The vectors of one model as they were read from the store.</summary>
/// <param name="Matrix">The vectors; nothing as long as there are none and nobody knows their dimensions.</param>
/// <param name="Position">The position of memory up to which they are complete.</param>
/// <param name="Lacking">Pieces that had no vector of the model yet: this host gives them one, or another one does.</param>
internal sealed record LoadedVectors(VectorMatrix? Matrix, long Position, HashSet<KnowledgeId> Lacking);

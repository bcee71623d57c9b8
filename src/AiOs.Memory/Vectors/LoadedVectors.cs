namespace AiOs.Memory.Vectors;

/// <summary>The vectors of one model as they were read from the store.</summary>
/// <param name="Matrix">The vectors; nothing as long as there are none and nobody knows their dimensions.</param>
/// <param name="Position">The position of memory up to which they are complete.</param>
internal sealed record LoadedVectors(VectorMatrix? Matrix, long Position);

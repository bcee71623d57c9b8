using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>The data key of one stream, wrapped by the workspace key.</summary>
/// <param name="Stream">Whose key; also its id.</param>
/// <param name="Wrapped">Nonce (12 bytes), ciphertext (32) and tag (16) of AES-256-GCM, the stream's name as associated data.</param>
public sealed record StoredKey(StreamId Stream, ReadOnlyMemory<byte> Wrapped);

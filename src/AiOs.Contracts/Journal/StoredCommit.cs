using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Journal;

/// <summary>One commit as a store keeps it. The store looks at the columns and never into the bytes.</summary>
/// <param name="Position">1 for the first, gapless in a workspace.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">1 for the first of the stream, gapless.</param>
/// <param name="Id">Survives a retry whose reply was lost.</param>
/// <param name="Dedupe">Keyed hash of what makes a repeat the same, 32 hexadecimal digits; unique where present.</param>
/// <param name="Hash">SHA-256 over the canonical bytes without the member <c>hash</c>.</param>
/// <param name="Bytes">The canonical bytes of the whole commit.</param>
public sealed record StoredCommit(long Position, StreamId Stream, long Version, CommitId Id, string? Dedupe, Digest Hash, ReadOnlyMemory<byte> Bytes);

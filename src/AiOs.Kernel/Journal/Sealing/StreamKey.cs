using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;

namespace AiOs.Kernel.Journal.Sealing;

/// <summary>The data key of one stream, open and wrapped.</summary>
/// <param name="Stream">Whose key.</param>
/// <param name="Secret">32 bytes.</param>
/// <param name="Stored">The wrapped form.</param>
internal sealed record StreamKey(StreamId Stream, byte[] Secret, StoredKey Stored);

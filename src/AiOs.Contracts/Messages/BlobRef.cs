using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Messages;

/// <summary>Names sealed bytes in the blob store.</summary>
/// <param name="Key">The stream whose data key opens them; also the associated data of the seal.</param>
/// <param name="Sha256">The SHA-256 of the stored bytes: nonce, ciphertext and tag.</param>
public sealed record BlobRef(StreamId Key, Digest Sha256);

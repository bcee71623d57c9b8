using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Journal.Heads;

/// <summary>Where the journal ended at some moment, signed.</summary>
/// <param name="Workspace">Which workspace.</param>
/// <param name="Position">The last position.</param>
/// <param name="Hash">The hash there.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo (RFC 5480) in base64.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over the canonical JSON of the head without this member: r and s of 32 bytes each, in base64.</param>
internal sealed record SignedHead(WorkspaceId Workspace, long Position, Digest Hash, string PublicKey, string Signature);

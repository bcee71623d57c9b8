namespace AiOs.Contracts.Events;

/// <summary>The journal was begun. Always the first event of a workspace.</summary>
/// <param name="HeadKey">The public key that signs heads: SubjectPublicKeyInfo (RFC 5480) in base64.</param>
public sealed record WorkspaceOpened(string HeadKey) : JournalEvent;

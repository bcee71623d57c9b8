namespace AiOs.Testing.Doubles;

/// <summary>One call as the outside saw it.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Digest">SHA-256 of the bytes that came.</param>
/// <param name="DecidedAt">The date it carries.</param>
/// <param name="Bytes">The bytes that came, as text.</param>
public sealed record ScriptedCall(string Key, Contracts.Ids.Digest Digest, DateTimeOffset DecidedAt, string Bytes);

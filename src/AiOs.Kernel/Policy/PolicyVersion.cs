using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Policy;

/// <summary>One version of the policy.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Digest">SHA-256 of the text.</param>
/// <param name="Text">The text as YAML; nothing where its key was destroyed.</param>
/// <param name="At">When it was adopted.</param>
/// <param name="Effect">The effect that made it, where it was one.</param>
internal sealed record PolicyVersion(long Version, Digest Digest, string? Text, DateTimeOffset At, EffectId? Effect = null);

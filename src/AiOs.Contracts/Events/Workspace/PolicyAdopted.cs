using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A policy is in force from here on. Always in the stream of the Record <c>policy/main</c>.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Digest">SHA-256 of its text.</param>
/// <param name="Source">Where it came from: <c>file</c> or <c>effect</c>.</param>
public sealed record PolicyAdopted(long Version, Digest Digest, string Source) : PersonalEvent<PolicyAdopted.Words>
{
    /// <summary>The effect that changed it, where it was one.</summary>
    public EffectId? Effect { get; init; }

    /// <summary>The policy.</summary>
    /// <param name="Text">The whole text as YAML.</param>
    public sealed record Words(string Text);
}

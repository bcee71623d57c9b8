namespace AiOs.Contracts.Forgetting;

/// <summary>A copy of the workspace that was written at some time.</summary>
/// <param name="Kind"><c>export</c>, <c>backup</c> or <c>aside</c>.</param>
/// <param name="Path">The folder.</param>
/// <param name="Position">The last position of the journal then.</param>
/// <param name="At">When, UTC.</param>
public sealed record KnownCopy(string Kind, string Path, long Position, DateTimeOffset At);

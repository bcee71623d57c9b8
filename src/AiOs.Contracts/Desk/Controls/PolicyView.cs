namespace AiOs.Contracts.Desk;

/// <summary>The policy in force.</summary>
/// <param name="Version">How it is cited: <c>policy/main@3</c>, or <c>built-in</c>.</param>
/// <param name="Text">The whole text as YAML.</param>
public sealed record PolicyView(string Version, string Text);

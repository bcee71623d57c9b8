namespace AiOs.Testing.Tools;

/// <summary>One call as the outside saw it.</summary>
/// <param name="Tool">Which of its tools.</param>
/// <param name="Reference">What the caller calls it; the same for every attempt.</param>
/// <param name="Arguments">The arguments, as JSON.</param>
public sealed record ToolCall(string Tool, string Reference, string Arguments);

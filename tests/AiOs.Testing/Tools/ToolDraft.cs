using System.Text.Json;

namespace AiOs.Testing.Tools;

/// <summary>One call that somebody wants made.</summary>
/// <param name="Tool">Which tool.</param>
/// <param name="Arguments">The arguments, one JSON object.</param>
public sealed record ToolDraft(string Tool, JsonElement Arguments);

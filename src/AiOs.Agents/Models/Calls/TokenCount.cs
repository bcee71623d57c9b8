namespace AiOs.Agents.Models.Calls;

/// <summary>Tokens as a server counted them.</summary>
/// <param name="Input">Of the question.</param>
/// <param name="Output">Of the answer.</param>
internal readonly record struct TokenCount(long Input, long Output);

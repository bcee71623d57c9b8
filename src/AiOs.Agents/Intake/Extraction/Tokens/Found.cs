using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>A value and where in the text it stands.</summary>
/// <param name="Start">Where its words begin; below zero where it stands in the header.</param>
/// <param name="Field">The value.</param>
internal readonly record struct Found(int Start, ExtractedField Field);

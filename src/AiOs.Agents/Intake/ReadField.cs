using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake;

/// <summary>A value that a model saw in a message.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Quote">The words, as they stand in the message.</param>
internal sealed record ReadField(FieldName Name, string Quote);

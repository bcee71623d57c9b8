using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Context;

/// <summary>A case that a lesson may fit.</summary>
/// <param name="Message">The message.</param>
/// <param name="Authority">Whose words it holds: what the operator typed is never sorted by a lesson.</param>
public sealed record LessonCase(MessageContent Message, Authority Authority);

using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>A value and where it begins.</summary>
internal readonly record struct FoundValue(int Start, SensitiveKind Kind, string Value);

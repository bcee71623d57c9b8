using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>
/// A fact that an agent needs and no Record has. The kernel asks for it once, whoever needs it, and keeps the operator's answer in that field.
/// </summary>
/// <param name="Record">Which Record is to hold it.</param>
/// <param name="Field">Which field.</param>
/// <param name="Question">One clear question.</param>
/// <param name="Kind">What an answer must hold to be kept; nothing where any short answer will do.</param>
public sealed record MissingFact(RecordId Record, string Field, string Question, SensitiveKind? Kind);

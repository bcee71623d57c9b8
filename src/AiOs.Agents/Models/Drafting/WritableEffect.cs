using AiOs.Contracts.Ids;

namespace AiOs.Agents.Models.Drafting;

/// <summary>An effect kind that has a subject and a text which a model may word.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Read">Its subject and text, from its arguments.</param>
/// <param name="Write">Its arguments with another subject and text, and all else as it was.</param>
public sealed record WritableEffect(EffectKind Kind, Func<string, (string Subject, string Text)> Read, Func<string, string, string, string> Write);

namespace AiOs.Agents.Intake.Learning;

/// <summary>One text of which it is known what it is.</summary>
/// <param name="Text">The text; its first 4,000 characters count.</param>
/// <param name="Label">What it is; nothing for a text that is none of what the learner knows.</param>
public sealed record LearnedExample(string Text, string? Label);

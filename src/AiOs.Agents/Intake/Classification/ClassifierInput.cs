namespace AiOs.Agents.Intake.Classification;

/// <summary>What a classifier gets to see of one text.</summary>
/// <param name="Text">The text; only its first part is looked at, however long it is.</param>
/// <param name="Subject">A heading whose words count twice: as text, and as words of a heading.</param>
/// <param name="Marks">What is known beside the words, one short word each, such as <c>automatic</c>.</param>
public sealed record ClassifierInput(string Text, string? Subject = null, IReadOnlyList<string>? Marks = null);

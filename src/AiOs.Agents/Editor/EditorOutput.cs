namespace AiOs.Agents.Editor;

/// <summary>What a model is asked for: a text out of the points that it was given.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">The text, with the figures, names and links of the points and no other.</param>
/// <param name="Reasons">Why it is written like that, one short clause each.</param>
public sealed record EditorOutput(string Title, string Text, IReadOnlyList<string> Reasons);

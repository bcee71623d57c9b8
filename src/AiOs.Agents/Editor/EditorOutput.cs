using System.ComponentModel;

namespace AiOs.Agents.Editor;

/// <summary>What a model is asked for: a text out of the points that it was given.</summary>
/// <param name="Text">The text, with the figures, names and links of the points and no other.</param>
public sealed record EditorOutput([property: Description("The whole text as plain text. Empty to keep it.")] string Text);

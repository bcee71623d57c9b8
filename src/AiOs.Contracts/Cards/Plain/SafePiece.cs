namespace AiOs.Contracts.Cards.Plain;

/// <summary>A piece of text that a renderer shows in one way.</summary>
/// <param name="Kind">What it is to the eye.</param>
/// <param name="Text">The text to show; for what cannot be seen, its name.</param>
/// <param name="Print">Six digits that tell hidden stretches of one name apart; empty where the name says all.</param>
public readonly record struct SafePiece(SafeKind Kind, string Text, string Print)
{
    /// <summary>The name and the digits in brackets, for a channel that marks them by its own means: <c>[U+202E]</c>.</summary>
    public string Placeholder => Print.Length == 0 ? $"[{Text}]" : $"[{Text} {Print}]";
}

namespace AiOs.Contracts.Cards.Plain;

/// <summary>One line of a comparison.</summary>
/// <param name="Side">Where it stands.</param>
/// <param name="Text">The line.</param>
public readonly record struct DiffLine(DiffSide Side, string Text);

namespace AiOs.Contracts.Cards;

/// <summary>One row of a card.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Plain text.</param>
public sealed record Fact(string Name, string Value);

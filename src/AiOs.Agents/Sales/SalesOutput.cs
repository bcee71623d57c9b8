using System.ComponentModel;

namespace AiOs.Agents.Sales;

/// <summary>What a model is asked for: other words around what was worked out. It names no price, no recipient and no term of its own.</summary>
/// <param name="Text">The mail's body, with every line of the draft that holds a figure as it was.</param>
public sealed record SalesOutput([property: Description("The whole body of the letter as plain text, each line with a figure as it was. Empty to keep it.")] string Text);

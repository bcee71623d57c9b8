using System.ComponentModel;

namespace AiOs.Agents.Billing;

/// <summary>What a model is asked for: other words around what was worked out. It names no effect, no recipient and no figure of its own.</summary>
/// <param name="Text">The mail's body, with every line of the draft that holds a figure as it was.</param>
public sealed record BillingOutput([property: Description("The whole body of the letter as plain text, each line with a figure as it was. Empty to keep it.")] string Text);

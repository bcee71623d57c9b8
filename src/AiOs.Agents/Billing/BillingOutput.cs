namespace AiOs.Agents.Billing;

/// <summary>What a model is asked for: other words for what was worked out. It names no effect, no recipient and no amount of its own.</summary>
/// <param name="Summary">What the proposal does, in one sentence.</param>
/// <param name="Subject">The mail's subject; empty where there is no mail.</param>
/// <param name="Text">The mail's body, with every number, amount and day of the draft in it and no other; empty where there is no mail.</param>
/// <param name="Reasons">Why, one short clause each.</param>
public sealed record BillingOutput(string Summary, string Subject, string Text, IReadOnlyList<string> Reasons);

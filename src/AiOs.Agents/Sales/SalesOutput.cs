namespace AiOs.Agents.Sales;

/// <summary>What a model is asked for: other words for what was worked out. It names no price, no recipient and no term of its own.</summary>
/// <param name="Summary">What the proposal does, in one sentence.</param>
/// <param name="Subject">The mail's subject; empty where there is no mail.</param>
/// <param name="Text">The mail's body, with every price, discount, day and term of the draft in it and no other; empty where there is no mail.</param>
/// <param name="Reasons">Why, one short clause each.</param>
public sealed record SalesOutput(string Summary, string Subject, string Text, IReadOnlyList<string> Reasons);

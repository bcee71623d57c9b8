namespace AiOs.Kernel.Policy.Judging;

/// <summary>One condition and the case it was held against.</summary>
/// <param name="Name">Its key in the file.</param>
/// <param name="Wanted">What the rule wants.</param>
/// <param name="Actual">What the case is; may be personal.</param>
internal sealed record MatchedCondition(string Name, string Wanted, string Actual);

using AiOs.Contracts.Approvals;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy;

/// <summary>A verdict and why. Its texts name the counterparty, so they are personal.</summary>
/// <param name="Verdict">The answer, with the rule that decided.</param>
/// <param name="Rule">The policy's own rule; another than the verdict's where a floor of the kernel made it stricter.</param>
/// <param name="Matched">The conditions of that rule, all of which held.</param>
/// <param name="Counterfactuals">What would have had to be different, the nearest first; may be empty.</param>
internal sealed record Judgement(
    Verdict Verdict, string Rule, IReadOnlyList<MatchedCondition> Matched, IReadOnlyList<Counterfactual> Counterfactuals);

namespace AiOs.Kernel.Policy.Judging;

/// <summary>A rule that would have answered otherwise, and what kept it from doing so.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Answer">What it would have answered.</param>
/// <param name="Missing">Its own conditions that did not hold; empty when only another rule or a floor stood before it.</param>
/// <param name="Sentence">All of it for the operator; may be personal.</param>
internal sealed record Counterfactual(string Rule, PolicyAnswer Answer, IReadOnlyList<MatchedCondition> Missing, string Sentence);

using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Trials;

/// <summary>One past effect that a draft would have answered otherwise.</summary>
/// <param name="Past">The effect and what came of it.</param>
/// <param name="RuleBefore">The rule that decided.</param>
/// <param name="AnswerBefore">Its answer.</param>
/// <param name="RuleAfter">The rule that would have decided.</param>
/// <param name="AnswerAfter">Its answer.</param>
/// <param name="SentenceAfter">That rule's sentence.</param>
internal sealed record TrialDifference(
    PastEffect Past, string RuleBefore, PolicyAnswer AnswerBefore, string RuleAfter, PolicyAnswer AnswerAfter, string SentenceAfter)
{
    /// <summary>Whether the draft is the milder one, which is what to look at twice.</summary>
    public bool Milder => AnswerAfter < AnswerBefore;
}

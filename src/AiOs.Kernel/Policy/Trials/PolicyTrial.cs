using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Trials;

/// <summary>Holds past effects against a draft policy. Pure: nothing is sent and nothing is kept.</summary>
internal static class PolicyTrial
{
    public static TrialReport Run(IReadOnlyList<PastEffect> past, PolicyDocument draft)
    {
        var judged = past.Select(one => Compare(one, draft)).ToList();
        var other = judged.Where(one => one.AnswerBefore != one.AnswerAfter).OrderBy(one => one.Past.At).ToList();
        var moved = judged.Count(one => one.AnswerBefore == one.AnswerAfter && one.RuleBefore != one.RuleAfter);
        return new TrialReport(judged.Count, moved, other);
    }

    private static TrialDifference Compare(PastEffect past, PolicyDocument draft)
    {
        var after = draft.Judge(past.Case).Verdict;
        return new TrialDifference(past, past.Verdict.Rule, PolicyAnswers.Of(past.Verdict), after.Rule, PolicyAnswers.Of(after), after.Sentence);
    }
}

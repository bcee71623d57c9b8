using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Trials;

/// <summary>What a draft policy would have done to past effects.</summary>
/// <param name="Examined">How many effects were judged again.</param>
/// <param name="OtherRule">How many would have got the same answer from another rule.</param>
/// <param name="Differences">Those with another answer, in the order they came.</param>
internal sealed record TrialReport(int Examined, int OtherRule, IReadOnlyList<TrialDifference> Differences)
{
    public int Same => Examined - Differences.Count;

    /// <summary>How many went from one answer to another, the mildest new answer first.</summary>
    public IReadOnlyList<(PolicyAnswer Before, PolicyAnswer After, int Count)> Counts =>
    [
        .. Differences.GroupBy(one => (one.AnswerBefore, one.AnswerAfter))
            .OrderBy(group => group.Key.AnswerAfter)
            .ThenBy(group => group.Key.AnswerBefore)
            .Select(group => (group.Key.AnswerBefore, group.Key.AnswerAfter, group.Count())),
    ];
}

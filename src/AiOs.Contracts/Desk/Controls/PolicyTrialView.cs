namespace AiOs.Contracts.Desk;

/// <summary>What a draft policy would have done to the effects of some days.</summary>
/// <param name="Accepted">Whether the draft can be read.</param>
/// <param name="Sentence">The result in one sentence; of a bad file what is wrong and what to do.</param>
/// <param name="Line">Where a bad file is wrong, counted from 1.</param>
/// <param name="Examined">How many effects were judged again.</param>
/// <param name="Differences">Those with another answer, oldest first.</param>
public sealed record PolicyTrialView(bool Accepted, string Sentence, int? Line, int Examined, IReadOnlyList<PolicyTrialView.Difference> Differences)
{
    /// <summary>One effect that would have got another answer.</summary>
    /// <param name="At">When it was judged.</param>
    /// <param name="WorkItem">Its work item.</param>
    /// <param name="Title">What it does.</param>
    /// <param name="Decision">What came of it then, such as <c>approved unedited</c>.</param>
    /// <param name="Before">The answer and rule it got: <c>ask (money-asks)</c>.</param>
    /// <param name="After">The answer and rule it would get.</param>
    /// <param name="Milder">Whether the draft is the milder one, which is what to look at twice.</param>
    public sealed record Difference(DateTimeOffset At, Ids.WorkItemId WorkItem, string Title, string Decision, string Before, string After, bool Milder);
}

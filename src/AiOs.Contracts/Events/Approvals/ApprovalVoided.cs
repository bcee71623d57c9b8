using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A question lost its ground before it was decided or carried out; it can no longer be granted, and is asked again.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Reason">A short stable word: <c>record-changed</c> or <c>policy-stricter</c>.</param>
public sealed record ApprovalVoided(ApprovalId Approval, string Reason) : PersonalEvent<ApprovalVoided.Words>
{
    /// <summary>What differs.</summary>
    /// <param name="Differences">One sentence each.</param>
    public sealed record Words(IReadOnlyList<string> Differences);
}

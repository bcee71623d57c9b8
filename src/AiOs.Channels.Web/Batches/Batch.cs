using AiOs.Channels.Web.Cards;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Batches;

/// <summary>Which cards may be approved together: those where one tap is enough and nothing asks for a second look.</summary>
internal static class Batch
{
    /// <summary>The most cards of one form.</summary>
    public const int MostCards = 50;

    /// <summary>Whether the open card of a work item may stand in a batch.</summary>
    /// <param name="item">The work item.</param>
    /// <returns>Its approval, or nothing where it wants a decision of its own.</returns>
    public static ApprovalView? ApprovalOf(WorkItemView item) =>
        item.Question is null && ActionHtml.OpenDecision(item) is { Tier: 1, Confirm: null, Nonce: not null, Differences.Count: 0 } approval
            && CanApprove(item, approval)
            && !item.Card.Blocks.Any(static block => block is CardBlock.Warning)
            && approval.Effects.All(static effect => effect.Gaps.Count == 0)
            ? approval
            : null;

    private static bool CanApprove(WorkItemView item, ApprovalView approval) =>
        item.Card.Actions.Any(action => action is CardAction.Decide { Kind: DecisionKind.Approve, Confirm: null } decide && decide.Approval == approval.Id);
}

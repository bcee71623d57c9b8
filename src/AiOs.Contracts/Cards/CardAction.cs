using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Cards;

/// <summary>Something the operator can do with a card.</summary>
public abstract record CardAction
{
    private CardAction()
    {
    }

    /// <summary>Decides an approval.</summary>
    /// <param name="Kind">What tapping it decides.</param>
    /// <param name="Approval">Which approval.</param>
    /// <param name="Digest">The digest that the card shows.</param>
    /// <param name="Nonce">The single-use token that the tap has to carry.</param>
    /// <param name="Confirm">What the operator has to type first, where one tap is not enough.</param>
    public sealed record Decide(DecisionKind Kind, ApprovalId Approval, Digest Digest, string Nonce, string? Confirm) : CardAction;

    /// <summary>Takes back what was done.</summary>
    /// <param name="WorkItem">The work item.</param>
    /// <param name="Until">Until when it is offered, UTC.</param>
    public sealed record Undo(WorkItemId WorkItem, DateTimeOffset Until) : CardAction;

    /// <summary>Answers the open question in free text.</summary>
    /// <param name="WorkItem">The work item whose question is open.</param>
    public sealed record Answer(WorkItemId WorkItem) : CardAction;

    /// <summary>Says what became of an attempt whose answer was lost.</summary>
    /// <param name="WorkItem">The work item.</param>
    /// <param name="Effect">The effect.</param>
    public sealed record Settle(WorkItemId WorkItem, EffectId Effect) : CardAction;

    /// <summary>Shows why: the rule, the reasons and the evidence.</summary>
    /// <param name="WorkItem">The work item.</param>
    public sealed record Why(WorkItemId WorkItem) : CardAction;
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Cards;

/// <summary>What one tap on a card means. A channel keeps it and lets the button carry an opaque token only.</summary>
public abstract record CardTap
{
    private CardTap()
    {
    }

    /// <summary>Decides an approval.</summary>
    /// <param name="Kind">What is decided.</param>
    /// <param name="Approval">Which approval.</param>
    /// <param name="Digest">The digest that the card showed.</param>
    /// <param name="Nonce">The single-use token of the card.</param>
    public sealed record Decide(DecisionKind Kind, ApprovalId Approval, Digest Digest, string Nonce) : CardTap
    {
        /// <summary>Whether the button stands in a list and not on the card itself: then the list stays where it is, and no card takes its place.</summary>
        public bool IsListed { get; init; }
    }

    /// <summary>Answers the open question.</summary>
    /// <param name="WorkItem">The work item whose question is open.</param>
    public sealed record Answer(WorkItemId WorkItem) : CardTap;

    /// <summary>Takes back what was done.</summary>
    /// <param name="WorkItem">The work item.</param>
    public sealed record Undo(WorkItemId WorkItem) : CardTap;

    /// <summary>Says what became of an attempt whose answer was lost.</summary>
    /// <param name="WorkItem">The work item.</param>
    /// <param name="Effect">The effect.</param>
    /// <param name="Settlement">What is said of it.</param>
    public sealed record Settle(WorkItemId WorkItem, EffectId Effect, Settlement Settlement) : CardTap;

    /// <summary>Shows why.</summary>
    /// <param name="WorkItem">The work item.</param>
    public sealed record Why(WorkItemId WorkItem) : CardTap;

    /// <summary>Asks for the card as it stands now; changes nothing.</summary>
    /// <param name="WorkItem">The work item.</param>
    public sealed record Refresh(WorkItemId WorkItem) : CardTap;

    /// <summary>Asks for the card as a message of its own; changes nothing.</summary>
    /// <param name="WorkItem">The work item.</param>
    public sealed record Show(WorkItemId WorkItem) : CardTap;

    /// <summary>Says where a message belongs that could belong to several things.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="Target">The work item it belongs to; nothing where it is something new.</param>
    public sealed record Route(MessageId Message, WorkItemId? Target) : CardTap;
}

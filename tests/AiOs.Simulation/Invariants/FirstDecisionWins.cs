using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;

namespace AiOs.Simulation.Invariants;

/// <summary>An approval is decided once, before it expires, by somebody who saw exactly those bytes; who was told yes finds it in the journal.</summary>
internal sealed class FirstDecisionWins : Invariant
{
    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        var (id, digest) = seen.Event switch
        {
            ApprovalGranted granted => (granted.Approval, granted.Digest),
            ApprovalRejected rejected => (rejected.Approval, rejected.Digest),
            ChangeRequested changed => (changed.Approval, (Digest?)null),
            ApprovalVoided voided when item.Journal.Approvals.GetValueOrDefault(voided.Approval) is not { Decision: ApprovalGranted, IsVoided: false } => (voided.Approval, null),
            ApprovalExpired expired => (expired.Approval, null),
            _ => (default(ApprovalId?), default(Digest?)),
        };
        return id is not { } decided ? null : Wrong(item, decided, digest, seen);
    }

    public override string? OnDecided(JournalModel journal, OperatorDecision decision, DecisionOutcome outcome)
    {
        if (!outcome.Accepted)
        {
            return null;
        }

        if (!journal.Approvals.TryGetValue(decision.Approval, out var approval) || approval is { Decision: null, Half: null })
        {
            return $"The decision on {decision.Approval} was accepted, and the journal does not hold it.";
        }

        return decision.Digest == approval.Asked.Digest ? null : $"A decision on {decision.Approval} was accepted with a digest that is not the card's.";
    }

    private static string? Wrong(ItemModel item, ApprovalId id, Digest? digest, SeenEvent seen)
    {
        if (item.Approvals.Find(one => one.Asked.Approval == id) is not { } approval)
        {
            return $"A decision on {id} stands in the journal, and nobody was asked.";
        }

        if (approval.Decision is not null || approval.IsSuperseded)
        {
            return $"{seen.Event.GetType().Name} on {id} comes after it was decided or superseded.";
        }

        if (digest is { } shown && shown != approval.Asked.Digest)
        {
            return $"The decision on {id} has another digest than its card.";
        }

        return seen.Event is ApprovalGranted && seen.Commit.At >= approval.Asked.ExpiresAt
            ? $"{id} was granted at {seen.Commit.At:O}, after it had expired at {approval.Asked.ExpiresAt:O}."
            : null;
    }
}

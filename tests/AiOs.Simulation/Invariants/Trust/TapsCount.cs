using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>
/// Every decision in the journal is a tap that was really made: on that card's digest, with its newest token, with the words that it asks for,
/// and where two yeses are wanted, the second from another channel or late enough.
/// </summary>
internal sealed class TapsCount(World world) : Invariant
{
    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen) => seen.Event switch
    {
        ApprovalGranted granted => NoTap(item, granted.Approval, DecisionKind.Approve, granted.Channel, granted.By) ?? TooEarly(item, granted, seen.Commit.At),
        ApprovalHalfGranted half => NoTap(item, half.Approval, DecisionKind.Approve, half.Channel, half.By),
        ApprovalRejected rejected => NoTap(item, rejected.Approval, DecisionKind.Reject, rejected.Channel, rejected.By),
        ChangeRequested changed => NoTap(item, changed.Approval, DecisionKind.Change, changed.Channel, changed.By),
        _ => null,
    };

    private string? NoTap(ItemModel item, ApprovalId id, DecisionKind kind, ChannelName channel, string by)
    {
        if (!item.Journal.Approvals.TryGetValue(id, out var approval))
        {
            return $"A decision on {id} stands in the journal, and nobody was asked.";
        }

        var asked = approval.Asked;
        var wanted = kind is DecisionKind.Approve && asked.Tier > 1 ? asked.Personal!.Confirm ?? "something" : null;
        return world.Operator.Tapped.Any(tap => tap.Approval == id && tap.Kind == kind && tap.Channel == channel && tap.By == by
            && tap.Digest == asked.Digest && tap.Nonce == approval.Nonce && (wanted is null || tap.Confirmation == wanted))
            ? null
            : $"{kind} on {id} (tier {asked.Tier}) stands in the journal, and nobody made a tap that was entitled to it.";
    }

    private static string? TooEarly(ItemModel item, ApprovalGranted granted, DateTimeOffset at)
    {
        var approval = item.Journal.Approvals[granted.Approval];
        return approval.Asked.Tier < 3 || (approval.Half is { } half && (half.Channel != granted.Channel || at >= half.RipeAt))
            ? null
            : $"{granted.Approval} of tier 3 was granted without a second yes that counts.";
    }
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Approvals;

/// <summary>One question to the operator. A pure decider: the first decision wins, and silence is no.</summary>
internal sealed record Approval
{
    public required ApprovalRequested Asked { get; init; }

    public ApprovalPhase Phase { get; init; } = ApprovalPhase.Open;

    public ChannelName Channel { get; init; }

    public string? By { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    public string? Reason { get; init; }

    public ApprovalId Id => Asked.Approval;

    /// <summary>Decides, or says why this tap decides nothing.</summary>
    public ApprovalAnswer Decide(OperatorDecision decision, DateTimeOffset now)
    {
        if (Phase is not ApprovalPhase.Open)
        {
            return new ApprovalAnswer.Told(Standing);
        }

        if (now >= Asked.ExpiresAt)
        {
            return new ApprovalAnswer.Told("This card has expired, so nothing was done.");
        }

        return decision.Digest == Asked.Digest
            ? Take(decision)
            : new ApprovalAnswer.Told("The card you tapped does not show what waits here now; nothing was decided. Look at the newest card.");
    }

    /// <summary>Silence is no.</summary>
    public IReadOnlyList<JournalEvent> Expire(DateTimeOffset now) =>
        Phase is ApprovalPhase.Open && now >= Asked.ExpiresAt ? [new ApprovalExpired(Id)] : [];

    public Approval Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        ApprovalGranted granted => this with { Phase = ApprovalPhase.Granted, Channel = granted.Channel, By = granted.By, DecidedAt = at },
        ApprovalRejected rejected => this with { Phase = ApprovalPhase.Rejected, Channel = rejected.Channel, By = rejected.By, DecidedAt = at, Reason = rejected.Personal?.Reason },
        ChangeRequested changed => this with { Phase = ApprovalPhase.Superseded, Channel = changed.Channel, By = changed.By, DecidedAt = at, Reason = changed.Personal?.Text },
        ApprovalExpired => this with { Phase = ApprovalPhase.Expired, DecidedAt = at },
        _ => this,
    };

    /// <summary>A newer draft or an answer takes this one's place.</summary>
    public Approval Supersede(DateTimeOffset at) =>
        Phase is ApprovalPhase.Open ? this with { Phase = ApprovalPhase.Superseded, DecidedAt = at } : this;

    /// <summary>What became of it, in one line: who, where and when.</summary>
    public string? Decided => Phase switch
    {
        ApprovalPhase.Open => null,
        ApprovalPhase.Expired => $"Expired at {InstantConverter.ToText(DecidedAt)} without a decision",
        _ when By is null => $"Replaced by a newer draft at {InstantConverter.ToText(DecidedAt)}",
        _ => $"{Verb} by {By} in {Channel} at {InstantConverter.ToText(DecidedAt)}",
    };

    private string Standing => Phase switch
    {
        ApprovalPhase.Superseded => $"A newer draft has taken this card's place. {Decided}.",
        _ => $"This was already decided. {Decided}.",
    };

    private string Verb => Phase switch
    {
        ApprovalPhase.Granted => "Approved",
        ApprovalPhase.Rejected => "Rejected",
        _ => "Changed",
    };

    private ApprovalAnswer.Decided Take(OperatorDecision decision) => decision.Kind switch
    {
        DecisionKind.Approve => new([new ApprovalGranted(Id, Asked.Digest, decision.Channel, decision.By)]),
        DecisionKind.Reject => new(
        [
            new ApprovalRejected(Id, Asked.Digest, decision.Channel, decision.By)
            {
                Personal = decision.Text is { Length: > 0 } reason ? new ApprovalRejected.Words(reason) : null,
            },
        ]),
        _ => new(
        [
            new ChangeRequested(Id, decision.Channel, decision.By) { Personal = new ChangeRequested.Words(decision.Text ?? string.Empty) },
        ]),
    };
}

using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Approvals;

/// <summary>One question to the operator. A pure decider: the first decision wins, and silence is no.</summary>
internal sealed record Approval
{
    public required ApprovalRequested Asked { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public ApprovalPhase Phase { get; init; } = ApprovalPhase.Open;

    /// <summary>The first yes of a question of tier 3.</summary>
    public ApprovalHalfGranted? Half { get; init; }

    public ChannelName Channel { get; init; }

    public string? By { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    public string? Reason { get; init; }

    /// <summary>How many rungs of the ladder were climbed.</summary>
    public int Rung { get; init; }

    public ApprovalId Id => Asked.Approval;

    /// <summary>Whether the operator can still decide it.</summary>
    public bool IsOpen => Phase is ApprovalPhase.Open or ApprovalPhase.HalfGranted;

    /// <summary>The token that a tap has to carry; nothing where its subject was forgotten, and then it cannot be decided.</summary>
    public string? Nonce => Phase switch
    {
        ApprovalPhase.Open => Asked.Personal?.Nonce,
        ApprovalPhase.HalfGranted => Half?.Personal?.Nonce,
        _ => null,
    };

    /// <summary>What the operator has to type to approve; nothing where one tap is enough.</summary>
    public string? Confirm => Asked.Personal?.Confirm;

    /// <summary>The rung that comes next while nobody answers.</summary>
    public LadderRung? NextRung => Asked.Ladder is { } ladder && Rung < ladder.Count ? ladder[Rung] : null;

    /// <summary>When something happens by itself: the next rung, or the end.</summary>
    public DateTimeOffset WakeAt => NextRung is { } rung && rung.At < Asked.ExpiresAt ? rung.At : Asked.ExpiresAt;

    /// <summary>Decides, or says why this tap decides nothing.</summary>
    /// <param name="decision">The tap.</param>
    /// <param name="now">The moment.</param>
    /// <param name="nextNonce">A fresh token, for a second yes.</param>
    public ApprovalAnswer Decide(OperatorDecision decision, DateTimeOffset now, string nextNonce)
    {
        if (!IsOpen)
        {
            return new ApprovalAnswer.Told(Standing);
        }

        if (now >= Asked.ExpiresAt)
        {
            return new ApprovalAnswer.Told("This card has expired, so nothing was done.");
        }

        if (decision.Digest != Asked.Digest)
        {
            return new ApprovalAnswer.Told("The card you tapped does not show what waits here now; nothing was decided. Look at the newest card.");
        }

        if (string.IsNullOrWhiteSpace(decision.By) || string.IsNullOrWhiteSpace(decision.Channel.Value))
        {
            return new ApprovalAnswer.Told("It is not known who decided, so nothing was decided.");
        }

        return Carries(decision.Nonce)
            ? Take(decision, now, nextNonce)
            : new ApprovalAnswer.Told("The card you tapped was used before or is not the newest; nothing was decided. Look at the newest card.");
    }

    /// <summary>Silence is no.</summary>
    public IReadOnlyList<JournalEvent> Expire(DateTimeOffset now) =>
        IsOpen && now >= Asked.ExpiresAt ? [new ApprovalExpired(Id)] : [];

    /// <summary>Nobody answered yet.</summary>
    public IReadOnlyList<JournalEvent> Escalate(DateTimeOffset now) =>
        IsOpen && NextRung is { } rung && now >= rung.At ? [new ApprovalEscalated(Id, Rung + 1, rung.By)] : [];

    public Approval Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        ApprovalHalfGranted half => this with { Phase = ApprovalPhase.HalfGranted, Half = half, Channel = half.Channel, By = half.By, DecidedAt = at },
        ApprovalGranted granted => this with { Phase = ApprovalPhase.Granted, Channel = granted.Channel, By = granted.By, DecidedAt = at },
        ApprovalRejected rejected => this with { Phase = ApprovalPhase.Rejected, Channel = rejected.Channel, By = rejected.By, DecidedAt = at, Reason = rejected.Personal?.Reason },
        ChangeRequested changed => this with { Phase = ApprovalPhase.Superseded, Channel = changed.Channel, By = changed.By, DecidedAt = at, Reason = changed.Personal?.Text },
        ApprovalVoided voided => this with { Phase = ApprovalPhase.Voided, DecidedAt = at, Reason = string.Join(' ', voided.Personal?.Differences ?? []) },
        ApprovalExpired => this with { Phase = ApprovalPhase.Expired, DecidedAt = at },
        ApprovalEscalated escalated => this with { Rung = escalated.Rung },
        _ => this,
    };

    /// <summary>A newer draft or an answer takes this one's place.</summary>
    public Approval Supersede(DateTimeOffset at) => IsOpen ? this with { Phase = ApprovalPhase.Superseded, By = null, DecidedAt = at } : this;

    /// <summary>What became of it, in one line: who, where and when.</summary>
    public string? Decided => Phase switch
    {
        ApprovalPhase.Open => null,
        ApprovalPhase.HalfGranted => $"A first yes by {By} in {Channel} at {InstantConverter.ToText(DecidedAt)}; {SecondYes}",
        ApprovalPhase.Expired => $"Expired at {InstantConverter.ToText(DecidedAt)} without a decision",
        ApprovalPhase.Voided => $"Void since {InstantConverter.ToText(DecidedAt)}: {Reason}",
        _ when By is null => $"Replaced by a newer draft at {InstantConverter.ToText(DecidedAt)}",
        _ => $"{Verb} by {By} in {Channel} at {InstantConverter.ToText(DecidedAt)}",
    };

    private string SecondYes => $"a second one counts from another channel, or here from {InstantConverter.ToText(Half!.RipeAt)} on";

    private string Standing => Phase switch
    {
        ApprovalPhase.Superseded => $"A newer draft has taken this card's place. {Decided}.",
        ApprovalPhase.Voided => $"This card is void, and what it asked is asked again. {Decided}",
        _ => $"This was already decided. {Decided}.",
    };

    private string Verb => Phase switch
    {
        ApprovalPhase.Granted => "Approved",
        ApprovalPhase.Rejected => "Rejected",
        _ => "Changed",
    };

    private bool Carries(string? nonce) =>
        Nonce is { } right && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(nonce ?? string.Empty));

    private ApprovalAnswer Take(OperatorDecision decision, DateTimeOffset now, string nextNonce) => decision.Kind switch
    {
        DecisionKind.Approve => Approve(decision, now, nextNonce),
        DecisionKind.Reject => new ApprovalAnswer.Decided(
        [
            new ApprovalRejected(Id, Asked.Digest, decision.Channel, decision.By)
            {
                Personal = decision.Text is { Length: > 0 } reason ? new ApprovalRejected.Words(reason) : null,
            },
        ]),
        _ => new ApprovalAnswer.Decided(
        [
            new ChangeRequested(Id, decision.Channel, decision.By) { Personal = new ChangeRequested.Words(decision.Text ?? string.Empty) },
        ]),
    };

    private ApprovalAnswer Approve(OperatorDecision decision, DateTimeOffset now, string nextNonce)
    {
        if (Confirm is { } wanted && !Confirmation.Fits(wanted, decision.Confirmation))
        {
            return new ApprovalAnswer.Told($"To approve this, type \"{wanted}\" as it stands on the card; nothing was decided.");
        }

        if (Asked.Tier < 3 || (Half is { } first && (first.Channel != decision.Channel || now >= first.RipeAt)))
        {
            return new ApprovalAnswer.Decided([new ApprovalGranted(Id, Asked.Digest, decision.Channel, decision.By)]);
        }

        return Half is null
            ? new ApprovalAnswer.Decided(
            [
                new ApprovalHalfGranted(Id, Asked.Digest, decision.Channel, decision.By, now + TimeSpan.FromSeconds(Asked.CoolOffSeconds ?? 0))
                {
                    Personal = new ApprovalHalfGranted.Words(nextNonce),
                },
            ])
            : new ApprovalAnswer.Told($"One yes is there; {SecondYes}.");
    }
}

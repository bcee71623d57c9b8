using System.Collections.Immutable;
using System.Text;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.WorkItems;

/// <summary>The unit of work, folded from its stream. Pure: events in, state out.</summary>
internal sealed record WorkItem : Aggregate
{
    /// <summary>When something waits for the operator alone: no clock wakes it.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public required WorkItemId Id { get; init; }

    public MessageReceived? Received { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public Intent? Intent { get; init; }

    public string? IntentBy { get; init; }

    public Plan? Plan { get; init; }

    /// <summary>Every effect of the current plan, and of earlier ones those that were ever requested.</summary>
    public ImmutableArray<EffectAttempt> Effects { get; init; } = [];

    public ImmutableArray<Approval> Approvals { get; init; } = [];

    public string? Question { get; init; }

    public bool HasQuestion { get; init; }

    /// <summary>The operator's own words, oldest first.</summary>
    public ImmutableArray<string> OperatorWords { get; init; } = [];

    public Redraft Redraft { get; init; }

    public WorkItemState? Ended { get; init; }

    public MessageContent? Content => Received?.Personal?.Content;

    public Approval? CurrentApproval => Approvals is [.., var last] && last.Asked.Proposal == Plan?.Id ? last : null;

    public IEnumerable<EffectAttempt> CurrentEffects => Effects.Where(effect => effect.Proposal == Plan?.Id);

    public WorkItemState State
    {
        get
        {
            if (HasEffect(EffectPhase.Unknown))
            {
                return WorkItemState.OutcomeUnknown;
            }

            if (Ended is { } ended)
            {
                return ended;
            }

            if (HasEffect(EffectPhase.Requested))
            {
                return WorkItemState.Performing;
            }

            return CurrentApproval is { Phase: ApprovalPhase.Open } ? WorkItemState.AwaitingApproval
                : HasQuestion && Redraft is Redraft.None && CurrentApproval is null && !MayRun ? WorkItemState.NeedsAnswer
                : WorkItemState.Working;
        }
    }

    /// <summary>When the next step is due, from state alone, so that a rebuild gives the same. Nothing when nothing is left to do.</summary>
    public DateTimeOffset? WakeAt => State switch
    {
        WorkItemState.OutcomeUnknown or WorkItemState.NeedsAnswer => Never,
        WorkItemState.AwaitingApproval => CurrentApproval!.Asked.ExpiresAt,
        WorkItemState.Performing => Effects.Where(effect => effect.Phase is EffectPhase.Requested).Min(effect => effect.Deadline),
        WorkItemState.Working => ChangedAt,
        _ => null,
    };

    public int CountEffects(EffectPhase phase)
    {
        var count = 0;
        foreach (var effect in Effects)
        {
            count += effect.Phase == phase ? 1 : 0;
        }

        return count;
    }

    public EffectAttempt? FindEffect(EffectId id) => Effects.FirstOrDefault(effect => effect.Id == id);

    public WorkItem Apply(IReadOnlyList<JournalEvent> events, DateTimeOffset at)
    {
        var item = this;
        foreach (var happened in events)
        {
            item = (WorkItem)item.Apply(happened, at);
        }

        return item;
    }

    public override Aggregate Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        MessageReceived received when Received is null => this with { Received = received, OpenedAt = at },
        IntentClassified classified => WithIntent(classified),
        ProposalDrafted drafted => WithProposal(drafted, at),
        QuestionAsked asked => this with { Question = asked.Personal?.Text, HasQuestion = true },
        QuestionAnswered answered => WithWords(answered.Personal?.Text, Redraft.Answered, at),
        ApprovalRequested asked => this with { Approvals = Approvals.Add(new Approval { Asked = asked }) },
        ApprovalGranted granted => WithApproval(granted.Approval, granted, at),
        ApprovalRejected rejected => WithApproval(rejected.Approval, rejected, at),
        ApprovalExpired expired => WithApproval(expired.Approval, expired, at),
        ChangeRequested changed => WithApproval(changed.Approval, changed, at).WithWords(changed.Personal?.Text, Redraft.Changed, at),
        EffectJudged judged => WithEffect(judged.Effect, judged, at),
        EffectRequested requested => WithEffect(requested.Effect, requested, at),
        EffectSucceeded succeeded => WithEffect(succeeded.Effect, succeeded, at) with { Ended = null },
        EffectFailed failed => WithEffect(failed.Effect, failed, at),
        EffectOutcomeUnknown unknown => WithEffect(unknown.Effect, unknown, at),
        EffectSettled settled => WithEffect(settled.Effect, settled, at) with { Ended = null },
        WorkItemFinished finished => this with { Ended = finished.State },
        _ => this,
    };

    /// <summary>Whether an effect waits that is whole, so that the answer to the question is not all that is missing.</summary>
    private bool MayRun => HasEffect(EffectPhase.Proposed) && CurrentEffects.All(effect => effect.Line.Gaps == 0 && effect.Phase is not EffectPhase.Failed);

    private bool HasEffect(EffectPhase phase) => CountEffects(phase) > 0;

    private WorkItem WithIntent(IntentClassified classified) => this with
    {
        IntentBy = classified.By,
        Intent = new Intent
        {
            Category = classified.Category,
            Confidence = classified.Confidence,
            Sure = classified.Sure,
            Fields = classified.Personal?.Fields ?? [],
            Reasons = classified.Personal?.Reasons ?? [],
            Alternatives = classified.Personal?.Alternatives ?? [],
        },
    };

    private WorkItem WithProposal(ProposalDrafted drafted, DateTimeOffset at)
    {
        var superseded = WithoutOpenApprovals(at);
        var kept = Effects.Where(effect => effect.Phase is not EffectPhase.Proposed);
        var proposed = drafted.Effects.Select((line, index) => new EffectAttempt
        {
            Proposal = drafted.Proposal,
            Line = line,
            Effect = drafted.Personal is { } words ? new Effect(line.Effect, line.Kind, Encoding.UTF8.GetBytes(words.EffectBytes[index]), line.Digest) : null,
        });
        return superseded with
        {
            Plan = new Plan(drafted.Proposal, drafted.Agent, drafted.Confidence, [.. drafted.Effects.Select(line => line.Effect)], drafted.Personal),
            Effects = [.. kept, .. proposed],
            Question = null,
            HasQuestion = false,
            Redraft = Redraft.None,
        };
    }

    private WorkItem WithWords(string? text, Redraft redraft, DateTimeOffset at) => WithoutOpenApprovals(at) with
    {
        OperatorWords = text is { Length: > 0 } ? OperatorWords.Add(text) : OperatorWords,
        Redraft = redraft,
        Ended = null,
    };

    private WorkItem WithoutOpenApprovals(DateTimeOffset at) =>
        Approvals is [.., { Phase: ApprovalPhase.Open } open] ? this with { Approvals = Approvals.SetItem(Approvals.Length - 1, open.Supersede(at)) } : this;

    private WorkItem WithApproval(ApprovalId id, JournalEvent happened, DateTimeOffset at)
    {
        var index = Approvals.IndexOf(Approvals.First(approval => approval.Id == id));
        return this with { Approvals = Approvals.SetItem(index, Approvals[index].Apply(happened, at)) };
    }

    private WorkItem WithEffect(EffectId id, JournalEvent happened, DateTimeOffset at)
    {
        var index = Effects.IndexOf(Effects.First(effect => effect.Id == id));
        return this with { Effects = Effects.SetItem(index, Effects[index].Apply(happened, at)) };
    }
}

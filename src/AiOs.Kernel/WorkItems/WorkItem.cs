using System.Collections.Immutable;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Context;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Playbooks.Running;

namespace AiOs.Kernel.WorkItems;

/// <summary>The unit of work, folded from its stream. Pure: events in, state out.</summary>
internal sealed record WorkItem : Aggregate
{
    /// <summary>When something waits for the operator alone: no clock wakes it.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the next step is the program's: due whatever the clock says, even after it went back.</summary>
    private static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

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

    /// <summary>Not drafted before this moment, since it waits for a batch.</summary>
    public DateTimeOffset? DraftFrom { get; init; }

    /// <summary>The fact that is missing, asked for here or elsewhere.</summary>
    public AskedFact? Asks { get; init; }

    /// <summary>The operator's own words, oldest first.</summary>
    public ImmutableArray<string> OperatorWords { get; init; } = [];

    /// <summary>Which of those words are kept in a Record, and so are no words for a draft any more.</summary>
    public ImmutableArray<int> KeptWords { get; init; } = [];

    public Redraft Redraft { get; init; }

    /// <summary>The last answer that was taken from a chat and can be taken out again.</summary>
    public TakenAnswer? Answer { get; init; }

    /// <summary>The work items of what was answered to its mails, oldest first.</summary>
    public ImmutableArray<WorkItemId> Replies { get; init; } = [];

    /// <summary>How far the playbook is that it runs; nothing where it runs none.</summary>
    public PlaybookRun? Run { get; init; }

    /// <summary>How often in a row agents returned nothing that can be used.</summary>
    public int AgentFailures { get; init; }

    /// <summary>Whether the operator wants what was done taken back.</summary>
    public bool UndoAsked { get; init; }

    /// <summary>Whether whom it is about is forgotten: the end of what is under way is awaited, and nothing else happens.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>The restore from an older copy that it came through last; nothing in normal times.</summary>
    public string? RestoredBy { get; init; }

    public DateTimeOffset EndedAt { get; init; }

    public WorkItemState? Ended { get; init; }

    public MessageContent? Content => Received?.Personal?.Content;

    public Approval? CurrentApproval => Approvals is [.., var last] && last.Asked.Proposal == Plan?.Id ? last : null;

    /// <summary>The operator's yes to the current plan; nothing where it needs none, or has none yet.</summary>
    public Approval? GrantedApproval => CurrentApproval is { } current && current.Phase is ApprovalPhase.Granted ? current : null;

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

            if (HasEffect(EffectPhase.Requested) || HasEffect(EffectPhase.InDoubt))
            {
                return WorkItemState.Performing;
            }

            return CurrentApproval is { IsOpen: true } ? WorkItemState.AwaitingApproval
                : HasQuestion && Redraft is Redraft.None && CurrentApproval is null && !MayRun ? WorkItemState.NeedsAnswer
                : WorkItemState.Working;
        }
    }

    /// <summary>When the next step is due, from state alone, so that a rebuild gives the same. Nothing when nothing is left to do.</summary>
    public DateTimeOffset? WakeAt => State switch
    {
        WorkItemState.NeedsAnswer when Asks is not null || Run is { Watches: true } => AtOnce,
        WorkItemState.AwaitingApproval when Asks is { AskedBy: not null } || Run is { Watches: true } => AtOnce,
        WorkItemState.NeedsAnswer when Run is { AskedUntil: { } until } => until,
        WorkItemState.OutcomeUnknown or WorkItemState.NeedsAnswer => Never,
        WorkItemState.AwaitingApproval => CurrentApproval!.WakeAt,
        WorkItemState.Performing => Effects.Where(effect => effect.IsUnderWay).Min(effect => effect.Phase is EffectPhase.Requested ? effect.Deadline : effect.NotBefore),
        WorkItemState.Working => Resting is { } until && until > ChangedAt ? until : AtOnce,
        _ => null,
    };

    /// <summary>The effects of the current plan that have happened and could be taken back.</summary>
    public IEnumerable<EffectAttempt> Reversible =>
        CurrentEffects.Where(effect => effect is { Phase: EffectPhase.Done, Line.Undo: not null and not Undo.Final, Effect: not null });

    /// <summary>What the operator said for a draft, without what a Record holds by now.</summary>
    public IReadOnlyList<string> WordsForDraft => KeptWords.IsEmpty ? OperatorWords : [.. OperatorWords.Where((_, index) => !KeptWords.Contains(index))];

    /// <summary>Whether nothing of the current plan has begun, so that it may be drafted anew.</summary>
    public bool IsUntouched => Ended is null && CurrentEffects.All(effect => effect is { Attempt: 0, Phase: EffectPhase.Proposed });

    /// <summary>Until when the effect rests that is next, or the batch that the first draft waits for.</summary>
    private DateTimeOffset? Resting => Plan is null ? DraftFrom : Run is { Rest: not null } ? Run.RestsUntil(Replies.Length) : CurrentEffects.FirstOrDefault(effect => effect.Phase is EffectPhase.Proposed)?.NotBefore;

    public int CountEffects(EffectPhase phase) => Effects.Count(effect => effect.Phase == phase);

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
        IntentClassified classified => WithIntent(classified, at),
        ProposalDrafted drafted => WithProposal(drafted, at),
        QuestionAsked asked => this with
        {
            Question = asked.Personal?.Text,
            HasQuestion = true,
            Asks = asked is { Record: { } record, Field: { } field } ? new AskedFact(record, field, asked.Kind, AskedBy: null) : null,
        },
        FactAwaited awaited => this with { Asks = new AskedFact(awaited.Record, awaited.Field, Kind: null, awaited.AskedBy) },
        QuestionAnswered answered => TakenAnswer.Take(this, answered, at),
        AnswerWithdrawn withdrawn => TakenAnswer.Withdraw(this, withdrawn, at),
        ReplyReceived reply => this with { Replies = Replies.Add(reply.Reply) },
        AgentFailed => this with { AgentFailures = AgentFailures + 1 },
        UndoRequested => this with { UndoAsked = true, Ended = null },
        ApprovalRequested asked => this with { Approvals = Approvals.Add(new Approval { Asked = asked, AskedAt = at }) },
        ApprovalHalfGranted half => WithApproval(half.Approval, half, at),
        ApprovalEscalated escalated => WithApproval(escalated.Approval, escalated, at),
        ApprovalVoided voided => WithApproval(voided.Approval, voided, at).Unjudged(),
        ApprovalGranted granted => WithApproval(granted.Approval, granted, at),
        ApprovalRejected rejected => WithApproval(rejected.Approval, rejected, at),
        ApprovalExpired expired => WithApproval(expired.Approval, expired, at),
        ChangeRequested changed => WithApproval(changed.Approval, changed, at).WithWords(changed.Personal?.Text, Redraft.Changed, at),
        EffectJudged judged => WithEffect(judged.Effect, judged, at),
        EffectRequested requested => WithEffect(requested.Effect, requested, at),
        EffectSucceeded succeeded => WithEffect(succeeded.Effect, succeeded, at) with { Ended = null },
        EffectFailed failed => WithEffect(failed.Effect, failed, at),
        EffectHeld held => WithEffect(held.Effect, held, at),
        EffectPostponed postponed => WithEffect(postponed.Effect, postponed, at),
        EffectInDoubt doubt => WithEffect(doubt.Effect, doubt, at),
        EffectOutcomeUnknown unknown => WithEffect(unknown.Effect, unknown, at),
        EffectSettled settled => WithEffect(settled.Effect, settled, at) with { Ended = null },
        WorkItemForgotten => Forget(at),
        WorkItemRestored restored => this with { RestoredBy = restored.Restore },
        WorkItemFinished finished => this with { Ended = finished.State, EndedAt = at, UndoAsked = false },
        _ => PlaybookRun.Fold(this, happened, at),
    };

    /// <summary>Whether an effect waits that is whole, so that the answer to the question is not all that is missing.</summary>
    private bool MayRun => CurrentEffects.Any(effect => effect.Phase is EffectPhase.Proposed) && CurrentEffects.All(effect => effect.Line.Gaps == 0 && effect.Phase is not EffectPhase.Failed);

    private bool HasEffect(EffectPhase phase) => CountEffects(phase) > 0;

    /// <summary>What the operator says of a plan of which nothing has begun makes another one.</summary>
    private WorkItem WithIntent(IntentClassified classified, DateTimeOffset at)
    {
        var again = Plan is { Compensates: false } && classified.By == "operator" && IsUntouched;
        return (again ? WithoutOpenApprovals(at) with { Redraft = Redraft.Sorted, HasQuestion = false, AgentFailures = 0 } : this).Understood(classified);
    }

    private WorkItem Understood(IntentClassified classified) => this with
    {
        IntentBy = classified.By,
        DraftFrom = classified.DraftFrom,
        Intent = new Intent
        {
            Category = classified.Category,
            Confidence = classified.Confidence,
            Sure = classified.Sure,
            Fields = classified.Personal?.Fields ?? [],
            Reasons = classified.Personal?.Reasons ?? [],
            For = classified.For,
            Parts = classified.Personal?.Parts ?? [],
            Alternatives = classified.Personal?.Alternatives ?? [],
        },
    };

    private WorkItem WithProposal(ProposalDrafted drafted, DateTimeOffset at)
    {
        var compensates = drafted.Effects.Count > 0 && drafted.Effects.All(line => line.Compensates is not null);
        var superseded = WithoutOpenApprovals(at);
        var kept = Effects.Where(effect => effect.Phase is not EffectPhase.Proposed || effect.Attempt > 0);
        var proposed = drafted.Effects.Select((line, index) => new EffectAttempt
        {
            Proposal = drafted.Proposal,
            Line = line,
            Effect = drafted.Personal is { } words ? new Effect(line.Effect, line.Kind, Encoding.UTF8.GetBytes(words.EffectBytes[index]), line.Digest) : null,
            Grounds = drafted.Personal?.Grounds is { } grounds && index < grounds.Count ? grounds[index] : new EffectGrounds(),
        });
        return superseded with
        {
            Plan = new Plan(drafted.Proposal, drafted.Agent, drafted.Confidence, [.. drafted.Effects.Select(line => line.Effect)], drafted.Personal)
            { Compensates = compensates, Keeps = drafted.Keeps == true, Continues = drafted.Continues == true, Before = Plan.AskedIn(this) },
            Asks = drafted.Keeps == true ? Asks : null,
            KeptWords = drafted.Keeps == true && !OperatorWords.IsEmpty ? KeptWords.Add(OperatorWords.Length - 1) : KeptWords,
            UndoAsked = UndoAsked && compensates,
            AgentFailures = 0,
            Effects = [.. kept, .. proposed],
            Question = null,
            HasQuestion = false,
            Redraft = Redraft.None,
        };
    }

    public WorkItem WithWords(string? text, Redraft redraft, DateTimeOffset at) => WithoutOpenApprovals(at) with
    {
        OperatorWords = text is { Length: > 0 } ? OperatorWords.Add(text) : OperatorWords,
        Redraft = redraft,
        HasQuestion = false,
        AgentFailures = 0,
        Ended = null,
    };

    public WorkItem WithoutOpenApprovals(DateTimeOffset at) =>
        Approvals is [.., { IsOpen: true } open] ? this with { Approvals = Approvals.SetItem(Approvals.Length - 1, open.Supersede(at)) } : this;

    private WorkItem WithApproval(ApprovalId id, JournalEvent happened, DateTimeOffset at)
    {
        var index = Approvals.IndexOf(Approvals.First(approval => approval.Id == id));
        return this with { Approvals = Approvals.SetItem(index, Approvals[index].Apply(happened, at)) };
    }

    private WorkItem Forget(DateTimeOffset at) => WithoutOpenApprovals(at) with
    {
        IsForgotten = true,
        Received = (MessageReceived?)Received?.WithPersonalPart(null),
        Effects = [.. Effects.Select(effect => effect with { Effect = null, Grounds = new EffectGrounds() })],
        Plan = Plan is { } plan ? plan with { Before = [] } : null,
        OperatorWords = [],
        Question = null,
        HasQuestion = false,
        Redraft = Redraft.None,
        UndoAsked = false,
    };

    /// <summary>What the policy said counts no more: it looks again.</summary>
    private WorkItem Unjudged() => this with
    {
        Effects = [.. Effects.Select(effect => effect.Proposal == Plan?.Id && effect.Phase is EffectPhase.Proposed ? effect with { Judged = null, HeldUntil = null } : effect)],
    };

    private WorkItem WithEffect(EffectId id, JournalEvent happened, DateTimeOffset at)
    {
        var index = Effects.IndexOf(Effects.First(effect => effect.Id == id));
        return this with { Effects = Effects.SetItem(index, Effects[index].Apply(happened, at)) };
    }
}

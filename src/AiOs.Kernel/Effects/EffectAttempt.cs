using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Effects;

/// <summary>
/// One effect and what is known of its attempts. A pure decider: commands give events, events give the next state.
/// </summary>
internal sealed record EffectAttempt
{
    public required ProposalId Proposal { get; init; }

    public required ProposalDrafted.EffectLine Line { get; init; }

    /// <summary>The exact bytes; nothing where the subject was forgotten, and then it can never run.</summary>
    public Effect? Effect { get; init; }

    /// <summary>What the kernel found out about it.</summary>
    public EffectGrounds Grounds { get; init; } = new();

    public EffectJudged? Judged { get; init; }

    /// <summary>When it was judged last.</summary>
    public DateTimeOffset JudgedAt { get; init; }

    /// <summary>Until when it rests before its first attempt, so that it can be stopped; nothing where it never did.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public EffectPhase Phase { get; init; } = EffectPhase.Proposed;

    public int Attempt { get; init; }

    /// <summary>How many attempts really called the outside.</summary>
    public int Calls { get; init; }

    public string Incarnation { get; init; } = string.Empty;

    public DateTimeOffset Deadline { get; init; }

    /// <summary>Whether an attempt has no known end, so that it may have happened whatever a later one says.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The attempts that happened; more than one only where the operator had it sent again.</summary>
    public ImmutableArray<int> Happened { get; init; } = [];

    /// <summary>When it may be tried next, or looked up next.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was looked up without an answer.</summary>
    public int Asked { get; init; }

    /// <summary>When the leave was given: the approval, or the first request where none was needed.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>What names it outside, once it happened.</summary>
    public string? Reference { get; init; }

    public string? Sentence { get; init; }

    public EffectId Id => Line.Effect;

    /// <summary>Derived from the id, so it is the same for every attempt and for ever.</summary>
    public string Key => "aios-" + Line.Effect;

    /// <summary>Whether an attempt is under way or its end is not known yet.</summary>
    public bool IsUnderWay => Phase is EffectPhase.Requested or EffectPhase.InDoubt;

    /// <summary>Whether the same bytes and key may be sent again although an attempt has no known end.</summary>
    private bool MaySendAgain => IsUnderWay && Line.OutcomeClass is OutcomeClass.Keyed;

    /// <summary>Asks for an attempt. Nothing where one is under way, has happened or may have happened, or where the bytes are forgotten.</summary>
    public IReadOnlyList<JournalEvent> Request(string incarnation, DateTimeOffset now, EffectTerms terms) =>
        Effect is not null && (Phase is EffectPhase.Proposed || MaySendAgain)
            ? [new EffectRequested(Id, Attempt + 1, Key, incarnation, now + terms.Timeout) { Cost = Judged?.Cost, Spend = Judged?.Spend }]
            : [];

    /// <summary>
    /// Takes the result of an attempt, however late. That it happened settles the matter whatever was thought before;
    /// that it did not counts only for the newest attempt, and only while nobody knows better.
    /// </summary>
    public IReadOnlyList<JournalEvent> Take(int attempt, EffectResult result, DateTimeOffset now, EffectTerms terms)
    {
        if (attempt < 1 || attempt > Attempt || (Phase is EffectPhase.Done && !IsSecondTime(attempt)))
        {
            return [];
        }

        var isNewest = attempt == Attempt;
        return result switch
        {
            EffectResult.Done done => [new EffectSucceeded(Id, attempt) { Personal = new EffectSucceeded.Words(done.Reference, done.Sentence) }],
            EffectResult.Failed failed when isNewest && IsUnderWay => Fail(failed, now),

            // What the operator was told is unknown may be settled late, but is never tried again by itself.
            EffectResult.Failed failed when isNewest && Phase is EffectPhase.Unknown && !IsDoubtful => GiveUp(failed.Sentence, failed.MayRetry),
            EffectResult.NotTried rest when isNewest && Phase is EffectPhase.Requested => Rest(rest),
            EffectResult.Unknown unknown when isNewest && Phase is EffectPhase.Requested => Doubt(unknown.Sentence, now, terms),
            _ => [],
        };
    }

    /// <summary>
    /// Concludes an attempt whose host is gone: the same bytes and key again where the provider enforces our key, a question to the outside
    /// where it can be asked, else nobody can tell.
    /// </summary>
    public IReadOnlyList<JournalEvent> Probe(string incarnation, DateTimeOffset now, EffectTerms terms) => Phase switch
    {
        EffectPhase.Requested or EffectPhase.InDoubt when Effect is null => BecomeUnknown("Its subject was forgotten while it was on its way, so it may or may not have happened."),
        EffectPhase.Requested or EffectPhase.InDoubt when Line.OutcomeClass is OutcomeClass.Keyed => Request(incarnation, now, terms),
        EffectPhase.Requested => Doubt("The program stopped while this was on its way, so it may or may not have happened.", now, terms),
        _ => [],
    };

    /// <summary>
    /// Takes what the outside says after the settle time. What nobody could tell is settled late where the outside shows it; that it does not show it
    /// settles nothing.
    /// </summary>
    public IReadOnlyList<JournalEvent> Take(EffectLookUp lookUp, DateTimeOffset now, EffectTerms terms)
    {
        if (Phase is EffectPhase.Unknown && lookUp is EffectLookUp.Found late)
        {
            return Succeed(late);
        }

        if (Phase is not EffectPhase.InDoubt)
        {
            return [];
        }

        return lookUp switch
        {
            EffectLookUp.Found found => Succeed(found),
            EffectLookUp.NotFound when terms.NotFoundIsProof && Line.Category is not EffectCategory.Money =>
                Fail(new EffectResult.Failed("The outside was asked and knows nothing of it, so it did not happen.", MayRetry: true), now),
            EffectLookUp.NotFound => BecomeUnknown("The outside does not show it, which is no proof that it did not happen."),
            EffectLookUp.CannotTell when Asked + 1 < Backoff.MostLookUps => [new EffectInDoubt(Id, Attempt, now + Backoff.After(Asked + 1), Asked + 1)],
            EffectLookUp.CannotTell cannot => BecomeUnknown(cannot.Sentence),
            _ => [],
        };
    }

    private IReadOnlyList<JournalEvent> Succeed(EffectLookUp.Found found) =>
        [new EffectSucceeded(Id, Attempt) { Personal = new EffectSucceeded.Words(found.Reference, found.Sentence) }];

    /// <summary>What was sent again after the operator's word may happen a second time; that is journalled too.</summary>
    private bool IsSecondTime(int attempt) => Line.OutcomeClass is not OutcomeClass.Keyed && Happened.Length > 0 && !Happened.Contains(attempt);

    /// <summary>Takes the operator's word for it.</summary>
    public IReadOnlyList<JournalEvent> Settle(Settlement settlement, ChannelName channel, string by) =>
        Phase is EffectPhase.Unknown ? [new EffectSettled(Id, settlement, channel, by)] : [];

    public EffectAttempt Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        EffectJudged judged => this with { Judged = judged, JudgedAt = at },
        EffectHeld held => this with { HeldUntil = held.Until, NotBefore = held.Until },
        EffectRequested requested => this with
        {
            Phase = EffectPhase.Requested,
            IsDoubtful = IsDoubtful || IsUnderWay,
            Attempt = requested.Attempt,
            Incarnation = requested.Incarnation,
            Deadline = requested.Deadline,
            DecidedAt = DecidedAt == default ? at : DecidedAt,
        },
        EffectSucceeded succeeded => this with { Phase = EffectPhase.Done, IsDoubtful = false, Happened = Happened.Add(succeeded.Attempt), Reference = succeeded.Personal?.Reference, Sentence = succeeded.Personal?.Sentence },
        EffectFailed failed => this with { Phase = EffectPhase.Failed, Sentence = failed.Personal?.Sentence },
        EffectPostponed postponed => this with
        {
            Phase = EffectPhase.Proposed,
            NotBefore = postponed.Until,
            Calls = Calls + (postponed.Called ? 1 : 0),
            Sentence = postponed.Personal?.Sentence,
        },
        EffectInDoubt doubt => this with { Phase = EffectPhase.InDoubt, IsDoubtful = Line.OutcomeClass is OutcomeClass.Keyed, NotBefore = doubt.LookUpAt, Asked = doubt.Asked, Calls = Calls + (doubt.Asked == 0 ? 1 : 0) },
        EffectOutcomeUnknown unknown => this with { Phase = EffectPhase.Unknown, Sentence = unknown.Personal?.Sentence },
        EffectSettled settled => Apply(settled),
        _ => this,
    };

    private EffectAttempt Apply(EffectSettled settled) => settled.Settlement switch
    {
        Settlement.Happened => this with { Phase = EffectPhase.Done, IsDoubtful = false, Sentence = "You said that it happened." },
        Settlement.DidNotHappen => this with { Phase = EffectPhase.Failed, IsDoubtful = false, Sentence = "You said that it did not happen." },
        _ => this with { Phase = EffectPhase.Proposed, IsDoubtful = false, Sentence = null, Calls = 0, Asked = 0 },
    };

    /// <summary>Where the provider gives us nothing better there is one attempt, even after a fault that certainly did nothing.</summary>
    private JournalEvent[] Fail(EffectResult.Failed failed, DateTimeOffset now) =>
        failed.MayRetry && Line.OutcomeClass is not OutcomeClass.Neither && Calls + 1 < Backoff.MostCalls
            ? PutOff(now + Backoff.After(Calls + 1, failed.RetryAfter), called: true, failed.Sentence)
            : GiveUp(failed.Sentence, failed.MayRetry);

    private JournalEvent[] Rest(EffectResult.NotTried rest) =>
        Attempt < Backoff.MostPostponed
            ? PutOff(rest.Until, called: false, rest.Sentence)
            : GiveUp(rest.Sentence, mayRetry: true);

    /// <summary>While an earlier attempt may have happened it stays in doubt, so that no expiry or no in between leaves it untold.</summary>
    private JournalEvent[] PutOff(DateTimeOffset until, bool called, string sentence) => IsDoubtful
        ? [new EffectInDoubt(Id, Attempt, until, Asked: 0)]
        : [new EffectPostponed(Id, Attempt, until, called) { Personal = new EffectPostponed.Words(sentence) }];

    /// <summary>That the last attempt certainly did nothing says nothing about an earlier one whose end nobody knows.</summary>
    private JournalEvent[] GiveUp(string sentence, bool mayRetry) => IsDoubtful
        ? BecomeUnknown("An earlier attempt may have happened, and the last one did not: " + sentence)
        : [new EffectFailed(Id, Attempt, mayRetry) { Personal = new EffectFailed.Words(sentence) }];

    private IReadOnlyList<JournalEvent> Doubt(string sentence, DateTimeOffset now, EffectTerms terms) => Line.OutcomeClass switch
    {
        OutcomeClass.Keyed when Calls + 1 < Backoff.MostCalls => [new EffectInDoubt(Id, Attempt, now + Backoff.After(Calls + 1), Asked: 0)],
        OutcomeClass.Queryable => [new EffectInDoubt(Id, Attempt, now + terms.SettleTime, Asked: 0)],
        _ => BecomeUnknown(sentence),
    };

    private EffectOutcomeUnknown[] BecomeUnknown(string sentence) =>
        [new EffectOutcomeUnknown(Id, Attempt) { Personal = new EffectOutcomeUnknown.Words(sentence) }];
}

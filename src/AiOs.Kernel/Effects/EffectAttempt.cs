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

    public EffectJudged? Judged { get; init; }

    public EffectPhase Phase { get; init; } = EffectPhase.Proposed;

    public int Attempt { get; init; }

    /// <summary>Whether an attempt before the newest never came to a result, so that a failure of the newest says nothing of it.</summary>
    public bool IsEarlierOpen { get; init; }

    public string Incarnation { get; init; } = string.Empty;

    public DateTimeOffset Deadline { get; init; }

    /// <summary>When the leave was given: the approval, or the first request where none was needed.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    public string? Sentence { get; init; }

    public EffectId Id => Line.Effect;

    /// <summary>Derived from the id, so it is the same for every attempt and for ever.</summary>
    public string Key => "aios-" + Line.Effect;

    /// <summary>Asks for an attempt. Nothing where one is under way, has happened or may have happened, or where the bytes are forgotten.</summary>
    public IReadOnlyList<JournalEvent> Request(string incarnation, DateTimeOffset now, TimeSpan timeout) =>
        Effect is not null && (Phase is EffectPhase.Proposed || (Phase is EffectPhase.Requested && Line.OutcomeClass is OutcomeClass.Keyed))
            ? [new EffectRequested(Id, Attempt + 1, Key, incarnation, now + timeout)]
            : [];

    /// <summary>
    /// Takes the result of an attempt, however late. That it happened settles the matter whatever was thought before;
    /// that it did not counts only for the newest attempt, and only while nobody knows better.
    /// </summary>
    public IReadOnlyList<JournalEvent> Take(int attempt, EffectResult result)
    {
        if (attempt < 1 || attempt > Attempt || Phase is EffectPhase.Done)
        {
            return [];
        }

        return result switch
        {
            EffectResult.Done done => [new EffectSucceeded(Id, attempt) { Personal = new EffectSucceeded.Words(done.Reference, done.Sentence) }],
            EffectResult.Failed failed when attempt == Attempt && IsEarlierOpen && Phase is EffectPhase.Requested =>
                BecomeUnknown("The last attempt failed, but an earlier one may have happened. " + failed.Sentence),
            EffectResult.Failed failed when attempt == Attempt && !IsEarlierOpen && Phase is (EffectPhase.Requested or EffectPhase.Unknown) => [new EffectFailed(Id, attempt, failed.MayRetry) { Personal = new EffectFailed.Words(failed.Sentence) }],
            EffectResult.Unknown unknown when Phase is EffectPhase.Requested && attempt == Attempt => BecomeUnknown(unknown.Sentence),
            _ => [],
        };
    }

    /// <summary>
    /// Concludes an attempt whose host is gone: the same bytes and key again where the provider enforces our key, else nobody can tell.
    /// </summary>
    public IReadOnlyList<JournalEvent> Probe(string incarnation, DateTimeOffset now, TimeSpan timeout) => Phase switch
    {
        EffectPhase.Requested when Line.OutcomeClass is OutcomeClass.Keyed => Request(incarnation, now, timeout),
        EffectPhase.Requested => BecomeUnknown("The program stopped while this was on its way, so it may or may not have happened."),
        _ => [],
    };

    /// <summary>Takes the operator's word for it.</summary>
    public IReadOnlyList<JournalEvent> Settle(Settlement settlement, ChannelName channel, string by) =>
        Phase is EffectPhase.Unknown ? [new EffectSettled(Id, settlement, channel, by)] : [];

    public EffectAttempt Apply(JournalEvent happened, DateTimeOffset at) => happened switch
    {
        EffectJudged judged => this with { Judged = judged },
        EffectRequested requested => this with
        {
            Phase = EffectPhase.Requested,
            Attempt = requested.Attempt,
            IsEarlierOpen = IsEarlierOpen || Phase is EffectPhase.Requested,
            Incarnation = requested.Incarnation,
            Deadline = requested.Deadline,
            DecidedAt = DecidedAt == default ? at : DecidedAt,
        },
        EffectSucceeded succeeded => this with { Phase = EffectPhase.Done, Sentence = succeeded.Personal?.Sentence },
        EffectFailed failed => this with { Phase = EffectPhase.Failed, Sentence = failed.Personal?.Sentence },
        EffectOutcomeUnknown unknown => this with { Phase = EffectPhase.Unknown, Sentence = unknown.Personal?.Sentence },
        EffectSettled settled => Apply(settled),
        _ => this,
    };

    private EffectAttempt Apply(EffectSettled settled) => settled.Settlement switch
    {
        Settlement.Happened => this with { Phase = EffectPhase.Done, Sentence = "You said that it happened." },
        Settlement.DidNotHappen => this with { Phase = EffectPhase.Failed, Sentence = "You said that it did not happen." },
        _ => this with { Phase = EffectPhase.Proposed, IsEarlierOpen = false, Sentence = null },
    };

    private EffectOutcomeUnknown[] BecomeUnknown(string sentence) =>
        [new EffectOutcomeUnknown(Id, Attempt) { Personal = new EffectOutcomeUnknown.Words(sentence) }];
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Restoring;

/// <summary>
/// What has to be thought again about a work item that comes from a copy which is older than what is known to have been: whatever calls the
/// outside may have happened since, and whatever was asked may have been decided since. Pure.
/// </summary>
internal static class AfterRestore
{
    public const string Rule = "restored-copy";

    private const string MayHaveHappened = "This may have been decided and done after the copy was made; look before you approve it.";

    /// <summary>What is recorded before anything goes on. Nothing where it was looked at after the same restore already.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="restore">Which restore.</param>
    /// <param name="policy">The policy's version.</param>
    /// <param name="keepsKeys">Whether an effect's kind does nothing a second time under the same key, however much later.</param>
    public static IReadOnlyList<JournalEvent> Decide(WorkItem item, string restore, string policy, Func<EffectAttempt, bool> keepsKeys)
    {
        if (item.RestoredBy == restore || item.Received is null)
        {
            return [];
        }

        var events = new List<JournalEvent> { new WorkItemRestored(restore) };
        events.AddRange(item.Effects.Where(effect => effect.IsUnderWay && !keepsKeys(effect)).Select(Unknown));
        if (item.Received.Personal is null)
        {
            // Its key was not put back, since its subject was forgotten after the copy was made.
            return [.. events, new WorkItemForgotten(restore)];
        }

        EffectAttempt[] waiting = [.. item.CurrentEffects.Where(effect => effect.Phase is EffectPhase.Proposed && !keepsKeys(effect))];
        if (waiting.Length == 0 || item.Ended is not null)
        {
            return events;
        }

        if (item.CurrentApproval is { Phase: ApprovalPhase.Open or ApprovalPhase.HalfGranted or ApprovalPhase.Granted } asked)
        {
            events.Add(new ApprovalVoided(asked.Id, Rule) { Personal = new ApprovalVoided.Words([MayHaveHappened]) });
        }

        events.AddRange(waiting.Where(effect => effect.Judged is { Answer: not EffectJudged.AnswerKind.Deny }).Select(effect => Asked(effect, policy)));
        return events;
    }

    /// <summary>What is drafted later for such a work item may have been drafted and done before, so it never runs unasked.</summary>
    public static Verdict Floor(EffectAttempt effect, Verdict verdict) =>
        verdict is Verdict.Allow && !IsOurs(effect.Line.Kind) ? new Verdict.Ask(Rule, MayHaveHappened, Tier: 1) : verdict;

    /// <summary>
    /// What the kernel does in its own journal is missing there together with the record of it. That a connector keeps keys is not enough here: what is
    /// drafted anew has another key.
    /// </summary>
    internal static bool IsOurs(EffectKind kind) =>
        kind == EffectKind.RecordWrite || kind == EffectKind.RecordMerge || kind == EffectKind.RecordUnmerge
        || kind == EffectKind.NoteKeep || kind == EffectKind.NoteWithdraw || kind == EffectKind.PolicyChange
        || kind == EffectKind.PlaybookChange;

    private static EffectOutcomeUnknown Unknown(EffectAttempt effect) => new(effect.Id, effect.Attempt)
    {
        Personal = new EffectOutcomeUnknown.Words("It was on its way when the copy was made, and may have happened after that."),
    };

    private static EffectJudged Asked(EffectAttempt effect, string policy) => new(effect.Id, EffectJudged.AnswerKind.Ask, Math.Max(1, effect.Judged!.Tier), Rule, string.Empty, policy)
    {
        Cost = effect.Judged.Cost,
        Spend = effect.Judged.Spend,
        Personal = new EffectJudged.Words(effect.Judged.Personal?.Facts ?? [], []) { Sentence = MayHaveHappened },
    };
}

using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Approvals;

/// <summary>
/// The time after a yes in which what leaves for good can still be stopped, as the policy sets it. It counts from the decision, is journalled when it
/// begins, and so is the same after a restart, on another host and under a policy that changed meanwhile. Pure.
/// </summary>
internal static class UndoSend
{
    /// <summary>A yes does not run out while we let it rest, nor before somebody could look again after that.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Until when an effect has to rest before its first attempt; nothing where it rests or rested already, or need not.</summary>
    public static DateTimeOffset? RestOf(WorkItem item, EffectAttempt next, Surroundings around)
    {
        var decided = DecidedAt(item, next);
        if (decided is null || next.Attempt > 0 || !IsForGood(next) || next.HeldUntil is not null)
        {
            return null;
        }

        // A clock that was set back does not make it rest for longer.
        var from = decided < around.Now ? decided.Value : around.Now;
        var until = from + around.Policy.Document.Approvals.UndoSend;
        return until > around.Now ? until : null;
    }

    /// <summary>What rests and has not begun, so that stopping it is certain; also when its time is over and it only waits for its turn.</summary>
    public static EffectAttempt? Stoppable(WorkItem item) =>
        item is { Ended: null, IsForgotten: false, Plan.Compensates: false }
        && item.CurrentEffects.FirstOrDefault(effect => effect.Phase is EffectPhase.Proposed) is { Attempt: 0, HeldUntil: not null } next && DecidedAt(item, next) is not null
            ? next
            : null;

    /// <summary>Whether something can still be stopped.</summary>
    public static bool IsStoppable(WorkItem item) => Stoppable(item) is not null;

    /// <summary>Until when a yes is good.</summary>
    public static DateTimeOffset GoodUntil(Approval granted, EffectAttempt next) =>
        next.HeldUntil + Grace is { } rested && rested > granted.Asked.ExpiresAt ? rested : granted.Asked.ExpiresAt;

    private static bool IsForGood(EffectAttempt effect) => effect.Line is { Undo: null or Undo.Final, Category: not EffectCategory.Internal };

    /// <summary>When the leave was given: the operator's yes, or the policy's where nobody was asked.</summary>
    private static DateTimeOffset? DecidedAt(WorkItem item, EffectAttempt effect) =>
        item.GrantedApproval is { } granted ? granted.DecidedAt
        : item.CurrentEffects.All(one => one.Judged is { Answer: EffectJudged.AnswerKind.Allow }) ? effect.JudgedAt
        : null;
}

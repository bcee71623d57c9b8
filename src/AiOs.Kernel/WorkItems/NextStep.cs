using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Context;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Playbooks.Running;

namespace AiOs.Kernel.WorkItems;

/// <summary>Progress as a pure function of state: a crash and a normal day are the same code path.</summary>
internal static class NextStep
{
    /// <summary>An agent that fails so often in a row is not asked again by itself.</summary>
    private const int MostAgentFailures = 2;

    private static readonly TimeSpan FrozenPause = TimeSpan.FromSeconds(30);

    public static Step Of(WorkItem item, Surroundings around)
    {
        if (item.Received is null || item.Ended is not null)
        {
            return new Step.Sleep(WorkItem.Never);
        }

        foreach (var effect in item.Effects)
        {
            switch (effect.Phase)
            {
                case EffectPhase.Unknown:
                    return new Step.Sleep(WorkItem.Never);
                case EffectPhase.Requested:
                    return OfRequested(effect, around);
                case EffectPhase.InDoubt:
                    return OfDoubt(effect, around);
                default:
                    break;
            }
        }

        return item.IsForgotten ? new Step.Finish(WorkItemState.Forgotten) : RunSteps.Of(item, around) ?? OfPreparing(item, around);
    }

    private static Step OfPreparing(WorkItem item, Surroundings around)
    {
        if (item.AgentFailures >= MostAgentFailures)
        {
            return item.HasQuestion && item.Redraft is Redraft.None ? new Step.Sleep(WorkItem.Never) : new Step.AskForHelp();
        }

        if (item.Intent is null)
        {
            return new Step.Classify();
        }

        if (item.Plan is null && item.DraftFrom > around.Now)
        {
            return new Step.Sleep(item.DraftFrom.Value);
        }

        return item.Plan is null || item.Redraft is not Redraft.None ? new Step.Draft()
            : item is { Asks: { } asks, Plan.Keeps: false, IsUntouched: true } ? OfAsking(item, asks, around)
            : OfPlan(item, around);
    }

    /// <summary>
    /// Who misses a fact drafts again when it is known, and asks for it where nobody else does any more. What can be decided without it does not
    /// wait for it.
    /// </summary>
    private static Step OfAsking(WorkItem item, AskedFact asks, Surroundings around)
    {
        if (asks.IsOver(around) && item.CurrentApproval is null or { IsOpen: true })
        {
            return new Step.Draft();
        }

        return asks.AskedBy is null || item.CurrentEffects.Any() ? OfPlan(item, around) : new Step.Sleep(WorkItem.Never);
    }

    /// <summary>Nobody concludes before an attempt is over: before its deadline, or before its host is known to be gone.</summary>
    private static Step OfRequested(EffectAttempt effect, Surroundings around)
    {
        if (around.Now < effect.Deadline && !IsGone(effect, around))
        {
            return new Step.Sleep(effect.Deadline);
        }

        // To conclude a Keyed one is to send it again, and a frozen host sends nothing.
        return around.Frozen && effect.Line.OutcomeClass is OutcomeClass.Keyed ? new Step.Sleep(around.Now + FrozenPause) : new Step.Probe(effect);
    }

    /// <summary>
    /// Where the store is ours alone every other incarnation is gone for certain. On a shared one a host that lets its lease end may be out of reach
    /// only and its call still under way: what is sent again with the same key does no harm then, all else waits for the deadline.
    /// </summary>
    private static bool IsGone(EffectAttempt effect, Surroundings around) =>
        effect.Incarnation != around.Incarnation
        && (around.Alone || (effect.Line.OutcomeClass is OutcomeClass.Keyed && around.Gone.Contains(effect.Incarnation)));

    /// <summary>A Keyed one is sent again with the same key, about a Queryable one the outside is asked, which is a read.</summary>
    private static Step OfDoubt(EffectAttempt effect, Surroundings around)
    {
        if (around.Now < effect.NotBefore)
        {
            return new Step.Sleep(effect.NotBefore);
        }

        if (effect.Line.OutcomeClass is not OutcomeClass.Keyed)
        {
            return new Step.LookUp(effect);
        }

        return around.Frozen ? new Step.Sleep(around.Now + FrozenPause) : new Step.Probe(effect);
    }

    private static Step OfPlan(WorkItem item, Surroundings around)
    {
        var tier = 0;
        var gaps = 0;
        var denied = false;
        EffectAttempt? next = null;
        foreach (var effect in item.CurrentEffects)
        {
            if (effect.Judged is not { } judged)
            {
                return new Step.Judge();
            }

            if (effect.Phase is EffectPhase.Failed)
            {
                return item.Plan!.Keeps ? new Step.Draft() : TakeBack(item, WorkItemState.Failed);
            }

            denied |= judged.Answer is EffectJudged.AnswerKind.Deny;
            tier = Math.Max(tier, judged.Tier);
            gaps += effect.Line.Gaps;
            next ??= effect.Phase is EffectPhase.Proposed ? effect : null;
        }

        if (item.UndoAsked && UndoSend.IsStoppable(item))
        {
            return TakeBack(item, WorkItemState.Undone);
        }

        if (denied)
        {
            return TakeBack(item, WorkItemState.Rejected);
        }

        if (gaps > 0)
        {
            return item.HasQuestion ? new Step.Sleep(WorkItem.Never) : new Step.AskForContext();
        }

        return tier > 0 ? OfAsked(item, tier, next, around) : OfAllowed(item, next, around);
    }

    private static Step OfAsked(WorkItem item, int tier, EffectAttempt? next, Surroundings around) => item.CurrentApproval switch
    {
        null or { Phase: ApprovalPhase.Voided } => new Step.Ask(tier),
        { IsOpen: true } open => OfOpen(open, around),
        { Phase: ApprovalPhase.Rejected } => TakeBack(item, WorkItemState.Rejected),
        { Phase: ApprovalPhase.Expired } => TakeBack(item, WorkItemState.Expired),
        { Phase: ApprovalPhase.Granted } granted when next is not null => OfGranted(item, granted, next, around),
        { Phase: ApprovalPhase.Granted } => Done(item),
        _ => new Step.Sleep(WorkItem.Never),
    };

    private static Step OfOpen(Approval open, Surroundings around)
    {
        if (around.Now >= open.Asked.ExpiresAt)
        {
            return new Step.Expire(open);
        }

        return open.NextRung is { } rung && around.Now >= rung.At ? new Step.Escalate(open) : new Step.Sleep(open.WakeAt);
    }

    /// <summary>A yes is good for what was shown: until it expires, and as long as its ground holds, which is looked at until the first attempt.</summary>
    private static Step OfGranted(WorkItem item, Approval granted, EffectAttempt next, Surroundings around)
    {
        if (around.Now >= UndoSend.GoodUntil(granted, next))
        {
            return TakeBack(item, WorkItemState.Expired);
        }

        var untouched = item.CurrentEffects.All(effect => effect.Attempt == 0);
        return untouched && Ground.LostBy(item, granted, around) is not null ? new Step.Void(granted) : Run(item, next, around);
    }

    private static Step OfAllowed(WorkItem item, EffectAttempt? next, Surroundings around)
    {
        if (next is not null)
        {
            return Run(item, next, around);
        }

        return item.HasQuestion ? new Step.Sleep(WorkItem.Never) : Done(item);
    }

    private static Step Run(WorkItem item, EffectAttempt next, Surroundings around)
    {
        if (UndoSend.RestOf(item, next, around) is { } rest)
        {
            return new Step.Hold(next, rest);
        }

        if (around.Now < next.NotBefore)
        {
            return new Step.Sleep(next.NotBefore);
        }

        return around.Frozen ? new Step.Sleep(around.Now + FrozenPause) : new Step.Perform(next);
    }

    private static Step Done(WorkItem item)
    {
        if (item.Plan!.Keeps || item.Plan.Continues)
        {
            return new Step.Draft();
        }

        if (item.Plan.Compensates)
        {
            return new Step.Finish(item.UndoAsked ? WorkItemState.Undone : WorkItemState.Failed);
        }

        return item.UndoAsked ? TakeBack(item, WorkItemState.Done) : new Step.Finish(WorkItemState.Done);
    }

    /// <summary>What was done of a plan that does not come to its end is taken back, as far as it can be.</summary>
    private static Step TakeBack(WorkItem item, WorkItemState otherwise)
    {
        if (item.Plan!.Compensates)
        {
            return new Step.Finish(item.UndoAsked ? WorkItemState.Done : WorkItemState.Failed);
        }

        EffectAttempt[] done = [.. item.Reversible.Reverse()];
        var somethingDone = item.CurrentEffects.Any(effect => effect.Phase is EffectPhase.Done);
        return done.Length > 0 ? new Step.Compensate(done) : new Step.Finish(somethingDone && otherwise is not WorkItemState.Done ? WorkItemState.Failed : otherwise);
    }
}

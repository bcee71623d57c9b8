using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;

namespace AiOs.Kernel.WorkItems;

/// <summary>Progress as a pure function of state: a crash and a normal day are the same code path.</summary>
internal static class NextStep
{
    private static readonly TimeSpan FrozenPause = TimeSpan.FromSeconds(30);

    public static Step Of(WorkItem item, Surroundings around)
    {
        if (item.Received is null || item.Ended is not null)
        {
            return new Step.Sleep(WorkItem.Never);
        }

        if (item.Intent is null)
        {
            return new Step.Classify();
        }

        foreach (var effect in item.Effects)
        {
            switch (effect.Phase)
            {
                case EffectPhase.Unknown:
                    return new Step.Sleep(WorkItem.Never);
                case EffectPhase.Requested:
                    return OfRequested(effect, around);
                default:
                    break;
            }
        }

        return item.Plan is null || item.Redraft is not Redraft.None ? new Step.Draft() : OfPlan(item, around);
    }

    /// <summary>Nobody concludes before an attempt is over: before its deadline, or before its host is known to be gone.</summary>
    private static Step OfRequested(EffectAttempt effect, Surroundings around)
    {
        var over = around.Now >= effect.Deadline || (around.Alone && effect.Incarnation != around.Incarnation);
        if (!over)
        {
            return new Step.Sleep(effect.Deadline);
        }

        // To conclude a Keyed one is to send it again, and a frozen host sends nothing.
        return around.Frozen && effect.Line.OutcomeClass is OutcomeClass.Keyed ? new Step.Sleep(around.Now + FrozenPause) : new Step.Probe(effect);
    }

    private static Step OfPlan(WorkItem item, Surroundings around)
    {
        var tier = 0;
        var gaps = 0;
        EffectAttempt? next = null;
        foreach (var effect in item.CurrentEffects)
        {
            if (effect.Judged is not { } judged)
            {
                return new Step.Judge();
            }

            if (judged.Answer is EffectJudged.AnswerKind.Deny || effect.Phase is EffectPhase.Failed)
            {
                return new Step.Finish(WorkItemState.Failed);
            }

            tier = Math.Max(tier, judged.Tier);
            gaps += effect.Line.Gaps;
            next ??= effect.Phase is EffectPhase.Proposed ? effect : null;
        }

        if (gaps > 0)
        {
            return item.HasQuestion ? new Step.Sleep(WorkItem.Never) : new Step.AskForContext();
        }

        return tier > 0 ? OfAsked(item, tier, next, around) : OfAllowed(item, next, around);
    }

    private static Step OfAsked(WorkItem item, int tier, EffectAttempt? next, Surroundings around) => item.CurrentApproval switch
    {
        null => new Step.Ask(tier),
        { Phase: ApprovalPhase.Open } open => around.Now >= open.Asked.ExpiresAt ? new Step.Expire(open) : new Step.Sleep(open.Asked.ExpiresAt),
        { Phase: ApprovalPhase.Rejected } => new Step.Finish(WorkItemState.Rejected),
        { Phase: ApprovalPhase.Expired } => new Step.Finish(WorkItemState.Expired),
        { Phase: ApprovalPhase.Granted } granted when next is { Attempt: 0 } && around.Now >= granted.Asked.ExpiresAt => new Step.Finish(WorkItemState.Expired),
        { Phase: ApprovalPhase.Granted } when next is not null => Run(next, around),
        { Phase: ApprovalPhase.Granted } => new Step.Finish(WorkItemState.Done),
        _ => new Step.Sleep(WorkItem.Never),
    };

    private static Step OfAllowed(WorkItem item, EffectAttempt? next, Surroundings around)
    {
        if (next is not null)
        {
            return Run(next, around);
        }

        return item.HasQuestion ? new Step.Sleep(WorkItem.Never) : new Step.Finish(WorkItemState.Done);
    }

    private static Step Run(EffectAttempt next, Surroundings around) =>
        around.Frozen ? new Step.Sleep(around.Now + FrozenPause) : new Step.Perform(next);
}

using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>What the run of a playbook says of the next step of its work item, before the plan is looked at. Pure.</summary>
internal static class RunSteps
{
    /// <summary>The next step; nothing where the plan says it, or where no playbook is run.</summary>
    public static Step? Of(WorkItem item, Surroundings around)
    {
        if (item.Run is not { } run)
        {
            return null;
        }

        if (run.Stopped)
        {
            return new Step.Finish(HasDone(item) ? WorkItemState.Done : WorkItemState.Rejected);
        }

        if (item is { AgentFailures: > 1 } or { Intent: null } or { Plan: null or { Keeps: true } or { Continues: false } } || item.Redraft is not Redraft.None)
        {
            return null;
        }

        // What was prepared from a Record that has changed is neither asked nor done any more, also where it was approved already.
        return item.IsUntouched && run.HasMoved(around) ? new Step.Draft() : OfRest(item, run, around) ?? OfNo(item, run);
    }

    /// <summary>Whether the step was not to be: rejected, not decided in time, or against the policy.</summary>
    public static bool IsRefused(WorkItem item) =>
        item.CurrentApproval?.Phase is ApprovalPhase.Rejected or ApprovalPhase.Expired
        || item.CurrentEffects.Any(effect => effect is { Phase: EffectPhase.Proposed, Judged.Answer: EffectJudged.AnswerKind.Deny });

    private static Step? OfRest(WorkItem item, PlaybookRun run, Surroundings around)
    {
        if (run.Rest is { } rest)
        {
            var until = rest.LookAt ?? rest.Until;
            return run.HasReply(item.Replies.Length) || around.Now >= until ? new Step.Draft() : new Step.Sleep(until);
        }

        return run.AskedUntil is { } answerBy && item.HasQuestion && !item.CurrentEffects.Any()
            ? around.Now >= answerBy ? new Step.Draft() : new Step.Sleep(answerBy)
            : null;
    }

    /// <summary>A no ends a run of which nothing was done like any other work item; else the run says how it ends, or goes on.</summary>
    private static Step.Draft? OfNo(WorkItem item, PlaybookRun run) => IsRefused(item) && (run.SkipsNo || HasDone(item)) ? new Step.Draft() : null;

    private static bool HasDone(WorkItem item) => item.CountEffects(EffectPhase.Done) > 0;
}

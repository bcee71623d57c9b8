using AiOs.Contracts.Ids;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Tells how the step stands that a run is at. Pure.</summary>
internal static class Standings
{
    /// <param name="item">The run's work item.</param>
    /// <param name="asks">Whether the step is a question.</param>
    /// <param name="now">The moment.</param>
    public static StepStanding Of(WorkItem item, bool asks, DateTimeOffset now)
    {
        if (item.Run is not { Step: > 0 } run)
        {
            return StepStanding.Unbegun;
        }

        if (run.Rest is not null)
        {
            return StepStanding.Resting;
        }

        // The kernel's own plan keeps a fact that was missing, or asks for help: the step itself is still to come.
        if (item.Plan is null || item.Plan.Agent == AgentName.Kernel)
        {
            return StepStanding.Fresh;
        }

        return item.Redraft is Redraft.None ? OfPlan(item, run, asks, now) : item.Redraft is Redraft.Answered && asks ? StepStanding.Over : StepStanding.Fresh;
    }

    private static StepStanding OfPlan(WorkItem item, PlaybookRun run, bool asks, DateTimeOffset now)
    {
        if (RunSteps.IsRefused(item))
        {
            return StepStanding.Refused;
        }

        if (asks)
        {
            return run.AskedUntil <= now ? StepStanding.Silent : StepStanding.Fresh;
        }

        return item.CurrentEffects.Any() && item.CurrentEffects.All(effect => effect.Phase is EffectPhase.Done) ? StepStanding.Over : StepStanding.Fresh;
    }
}

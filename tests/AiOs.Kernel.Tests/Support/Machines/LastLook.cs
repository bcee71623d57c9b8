using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Tests.Support.Machines;

/// <summary>What must hold around the journal at the moment of an attempt, which its own events do not show.</summary>
internal static class LastLook
{
    public static IEnumerable<string> FaultsIn(EffectRequested requested, WorkItem item, Surroundings around, RecordState record)
    {
        if (around.Frozen)
        {
            yield return "something was sent while all was frozen";
        }

        if (item.CurrentApproval is not { Asked: { } asked } || requested.Attempt > 1 || asked.Effects[0] != requested.Effect)
        {
            yield break;
        }

        if (asked.Personal!.Relies.Any(relied => record.Fields.GetValueOrDefault(relied.Field)?.Value != relied.Value))
        {
            yield return "something was sent on a value that had changed";
        }

        if (asked.Policy != around.Policy.Version && item.CurrentEffects.Any(effect => Policies.Verdict(around.Policy, effect.Line) switch
        {
            Verdict.Deny => true,
            Verdict.Ask ask => ask.Tier > asked.Tier,
            _ => false,
        }))
        {
            yield return "something was sent that the policy no longer allows";
        }
    }
}

using AiOs.Contracts.Desk;
using AiOs.Simulation.Models;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>Once all faults are over, what does not wait for the operator comes to an end, and no effect hangs in the air.</summary>
internal sealed class EverythingEnds : Invariant
{
    public override string? AtEnd(World world, JournalModel journal)
    {
        foreach (var row in world.Store.Tables.WorkItems.Values)
        {
            if (row.State is WorkItemState.Working or WorkItemState.Performing or WorkItemState.AwaitingApproval)
            {
                return $"Work item {row.Id} is still {row.State}, days after all faults were over.";
            }
        }

        return journal.Effects.Values.FirstOrDefault(effect => effect.Requests.Count > 0 && (effect.Result is null || (effect.IsInDoubt && effect.Result is Outcome.Postponed)) && !effect.IsSettled) is { } open
            ? $"{open.Line.Kind} {open.Line.Effect} was requested and has no result, not even an unknown one."
            : null;
    }
}

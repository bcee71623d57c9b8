using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants;

/// <summary>Every open work item has a moment when it is looked at again, and nothing that has ended is looked at.</summary>
internal sealed class AlwaysANextStep : Invariant
{
    public override string? OnGrown(World world, StoredCommit last)
    {
        if (!WorkItemId.TryParse(last.Stream.Value, out var id) || !last.Stream.Value.StartsWith("work/", StringComparison.Ordinal))
        {
            return null;
        }

        if (!world.Store.Tables.WorkItems.TryGetValue(id, out var row))
        {
            return $"Work item {id} has no row.";
        }

        var ended = row.State is WorkItemState.Done or WorkItemState.Rejected or WorkItemState.Failed or WorkItemState.Expired or WorkItemState.Undone or WorkItemState.Forgotten;
        return ended == (row.WakeAt is null) ? null : $"Work item {id} is {row.State}, and its next look is {row.WakeAt?.ToString("O") ?? "never"}.";
    }
}

using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Journal;

/// <summary>What a store keeps beside the journal so that work items can be listed and woken: a projection, never the truth.</summary>
/// <param name="Id">The work item.</param>
/// <param name="State">How it stands.</param>
/// <param name="Category">What it is about; nothing before Intake looked.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="WakeAt">When its next step is due; nothing when it is finished. Every open work item has one.</param>
/// <param name="Done">Effects that happened.</param>
/// <param name="Failed">Effects that certainly did not.</param>
/// <param name="Unknown">Effects of which nobody can tell.</param>
public sealed record WorkItemRow(WorkItemId Id, WorkItemState State, Category? Category, DateTimeOffset OpenedAt, DateTimeOffset? WakeAt, int Done, int Failed, int Unknown);

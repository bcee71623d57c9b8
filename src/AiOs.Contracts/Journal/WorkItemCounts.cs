using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Journal;

/// <summary>Work items counted by how they stand and what they are about.</summary>
/// <param name="State">How they stand.</param>
/// <param name="Category">What they are about.</param>
/// <param name="Count">How many.</param>
/// <param name="Done">Effects that happened.</param>
/// <param name="Failed">Effects that certainly did not.</param>
/// <param name="Unknown">Effects of which nobody can tell.</param>
public sealed record WorkItemCounts(WorkItemState State, Category? Category, long Count, long Done, long Failed, long Unknown);

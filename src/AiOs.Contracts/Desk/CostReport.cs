using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Desk;

/// <summary>What the workspace cost and saved, counted from the journal.</summary>
public sealed record CostReport
{
    /// <summary>Model money spent; no model is configured while this is nothing.</summary>
    public Money? ModelSpent { get; init; }

    /// <summary>Work items by state.</summary>
    public required IReadOnlyDictionary<WorkItemState, long> WorkItems { get; init; }

    /// <summary>Work items by category.</summary>
    public required IReadOnlyDictionary<Category, long> Categories { get; init; }

    /// <summary>Effects by outcome: <c>done</c>, <c>failed</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, long> Effects { get; init; }
}

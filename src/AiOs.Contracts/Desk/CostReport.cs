using AiOs.Contracts.Intake;
using AiOs.Contracts.Models;

namespace AiOs.Contracts.Desk;

/// <summary>What the workspace cost and saved, counted from the journal.</summary>
public sealed record CostReport
{
    /// <summary>Model money spent in this month, added up exactly and rounded up once; nothing while no model was called in it.</summary>
    public Money? ModelSpent { get; init; }

    /// <summary>The same exactly.</summary>
    public ExactMoney? ModelExactly { get; init; }

    /// <summary>Each agent that called a model in this month, the dearest first. Lines rounded up by themselves may come to more than the whole.</summary>
    public IReadOnlyList<ModelCostLine> ModelAgents { get; init; } = [];

    /// <summary>The clients of whom it was in this month, the dearest first; whatever is of no client stands as <c>nobody known</c>.</summary>
    public IReadOnlyList<ModelCostLine> ModelClients { get; init; } = [];

    /// <summary>The dearest work items of this month, at most ten.</summary>
    public IReadOnlyList<ModelCostLine> ModelItems { get; init; } = [];

    /// <summary>Work items by state.</summary>
    public required IReadOnlyDictionary<WorkItemState, long> WorkItems { get; init; }

    /// <summary>Work items by category.</summary>
    public required IReadOnlyDictionary<Category, long> Categories { get; init; }

    /// <summary>Effects by outcome: <c>done</c>, <c>failed</c>, <c>unknown</c>.</summary>
    public required IReadOnlyDictionary<string, long> Effects { get; init; }
}

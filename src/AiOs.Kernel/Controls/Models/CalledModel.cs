using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Controls.Models;

/// <summary>One call of a model.</summary>
/// <param name="Agent">Who called.</param>
/// <param name="Day">The day it was set aside on, in the operator's time zone.</param>
/// <param name="Cost">What it cost, or what is set aside for it.</param>
/// <param name="WorkItem">What it was for.</param>
internal sealed record CalledModel(AgentName Agent, DateOnly Day, ExactMoney Cost, WorkItemId? WorkItem)
{
    public bool Settled { get; init; }

    /// <summary>From when on all of it counts as spent, where it has no settlement.</summary>
    public DateTimeOffset Deadline { get; init; }

    public long Tokens { get; init; }
}

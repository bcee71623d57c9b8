using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Models;

/// <summary>One call of a model that is about to be made.</summary>
/// <param name="Agent">Who calls.</param>
/// <param name="Most">The most that it can cost.</param>
/// <param name="Timeout">How long it may take; without a settlement by then all of it counts as spent.</param>
public sealed record ModelCall(AgentName Agent, ExactMoney Most, TimeSpan Timeout)
{
    /// <summary>The work item that it is for; nothing where it is for none.</summary>
    public WorkItemId? WorkItem { get; init; }

    /// <summary>The model's name, as the operator configured it.</summary>
    public string? Model { get; init; }

    /// <summary>The prompt's name and version, such as <c>execution@3f9a0c11</c>.</summary>
    public string? Prompt { get; init; }
}

using AiOs.Contracts.Ids;

namespace AiOs.Agents.Models;

/// <summary>One question to a model.</summary>
/// <param name="Agent">Who asks; what it costs is put down to them.</param>
/// <param name="Prompt">What is wanted. The only words that are meant as an order.</param>
/// <param name="Data">What it is wanted about.</param>
public sealed record ModelQuestion(AgentName Agent, ModelPrompt Prompt, IReadOnlyList<ModelData> Data)
{
    /// <summary>The work item that it is for; nothing where it is for none.</summary>
    public WorkItemId? WorkItem { get; init; }

    /// <summary>The most tokens of the answer; 1 or more.</summary>
    public int MostTokens { get; init; } = 1_024;
}

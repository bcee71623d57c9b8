using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Events;

/// <summary>A model call is over.</summary>
/// <param name="Call">Which call.</param>
/// <param name="Agent">Who called.</param>
/// <param name="Amount">What it really cost, in minor units, rounded up; 0 where nothing was used.</param>
public sealed record ModelMoneySettled(CommitId Call, AgentName Agent, Money Amount) : JournalEvent
{
    /// <summary>The same in billionths of the minor unit; nothing where it is whole minor units.</summary>
    public long? Exact { get; init; }

    /// <summary>The work item that it was for; nothing where it was for none.</summary>
    public WorkItemId? WorkItem { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The prompt's name and version, such as <c>execution@3f9a0c11</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary>The tokens of the question as the server counted them; nothing where it did not say.</summary>
    public long? InputTokens { get; init; }

    /// <summary>The tokens of the answer as the server counted them; nothing where it did not say.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>How it ended, in one word; nothing where that was not said.</summary>
    public string? Outcome { get; init; }
}

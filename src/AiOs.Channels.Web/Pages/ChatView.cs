using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Pages;

/// <summary>What the chat page shows.</summary>
internal sealed record ChatView
{
    /// <summary>What waits for the operator, newest first.</summary>
    public required IReadOnlyList<WorkItemView> Waiting { get; init; }

    /// <summary>Everything else, newest first.</summary>
    public required IReadOnlyList<WorkItemView> Rest { get; init; }

    /// <summary>Where the next page of older ones begins, if there is one.</summary>
    public WorkItemId? Older { get; init; }

    /// <summary>Why nothing may run, if that is so.</summary>
    public string? FrozenBecause { get; init; }

    /// <summary>What was not taken of the last thing handed over.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Whether the last thing handed over had come in before.</summary>
    public bool Repeated { get; init; }

    /// <summary>The answer to the last command, or what became of several taps.</summary>
    public CommandReply? Reply { get; init; }
}

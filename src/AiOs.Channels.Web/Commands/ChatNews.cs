using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;

namespace AiOs.Channels.Web.Commands;

/// <summary>What the chat page has to tell beside the cards.</summary>
internal sealed record ChatNews
{
    /// <summary>Where an older page begins.</summary>
    public WorkItemId? Before { get; init; }

    /// <summary>What was not taken of the last thing handed over.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Whether the last thing handed over had come in before.</summary>
    public bool Repeated { get; init; }

    /// <summary>The answer to the last command.</summary>
    public CommandReply? Reply { get; init; }
}

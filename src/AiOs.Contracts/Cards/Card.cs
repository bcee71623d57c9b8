using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Cards;

/// <summary>What the operator is shown about one work item, the same for every channel.</summary>
public sealed record Card
{
    /// <summary>The work item it is about.</summary>
    public required WorkItemId WorkItem { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>How it stands, in two or three words: <c>Waiting for you</c>.</summary>
    public required string Status { get; init; }

    /// <summary>How it stands, for colour.</summary>
    public required CardTone Tone { get; init; }

    /// <summary>Its parts, in order.</summary>
    public IReadOnlyList<CardBlock> Blocks { get; init; } = [];

    /// <summary>What can be done with it, in order.</summary>
    public IReadOnlyList<CardAction> Actions { get; init; } = [];
}

using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Desk;

/// <summary>The answer to a slash command.</summary>
/// <param name="Done">Whether the command was understood and did what it says.</param>
/// <param name="Title">One line.</param>
/// <param name="Blocks">The rest, in order.</param>
public sealed record CommandReply(bool Done, string Title, IReadOnlyList<CardBlock> Blocks)
{
    /// <summary>The card that was asked for, which a chat shows in place of title and blocks; nothing where none was.</summary>
    public Card? Card { get; init; }

    /// <summary>What can be tapped under the answer, where the channel has buttons.</summary>
    public IReadOnlyList<CardButton> Buttons { get; init; } = [];
}

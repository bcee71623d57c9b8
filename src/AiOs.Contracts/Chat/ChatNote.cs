using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Chat;

/// <summary>Something said in a chat that is no card: the answer to a command, a question about where a message belongs.</summary>
/// <param name="Title">One line; plain text.</param>
/// <param name="Blocks">The rest, in order.</param>
public sealed record ChatNote(string Title, IReadOnlyList<CardBlock> Blocks)
{
    /// <summary>What can be tapped, in order.</summary>
    public IReadOnlyList<CardButton> Buttons { get; init; } = [];

    /// <summary>Whether an answer by reply is expected, where the channel can ask for one.</summary>
    public bool WantsReply { get; init; }
}

using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Desk;

/// <summary>The answer to a slash command.</summary>
/// <param name="Done">Whether the command was understood and did what it says.</param>
/// <param name="Title">One line.</param>
/// <param name="Blocks">The rest, in order.</param>
public sealed record CommandReply(bool Done, string Title, IReadOnlyList<CardBlock> Blocks);

using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;

namespace AiOs.Testing.Chat;

/// <summary>One call that a chat channel got.</summary>
/// <param name="Kind"><c>send</c>, <c>rewrite</c>, <c>say</c>, <c>resay</c> or <c>typing</c>.</param>
/// <param name="Place">Where.</param>
public sealed record ChannelCall(string Kind, string Place)
{
    /// <summary>The card.</summary>
    public Card? Card { get; init; }

    /// <summary>What is no card.</summary>
    public ChatNote? Note { get; init; }

    /// <summary>What it is threaded under.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The message that is rewritten.</summary>
    public string? Message { get; init; }
}

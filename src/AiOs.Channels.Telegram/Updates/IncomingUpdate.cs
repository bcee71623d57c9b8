namespace AiOs.Channels.Telegram.Updates;

/// <summary>What one update of Telegram says, in our words. Names that people give themselves are left out on purpose.</summary>
internal sealed record IncomingUpdate
{
    /// <summary>The update's number: the key by which a repeat is known.</summary>
    public required long UpdateId { get; init; }

    /// <summary>What happened.</summary>
    public required IncomingKind Kind { get; init; }

    /// <summary>The immutable id of the person who wrote or tapped; never the chat's. Nothing where no person stands behind it.</summary>
    public long? SenderId { get; init; }

    /// <summary>The chat it came from.</summary>
    public long ChatId { get; init; }

    /// <summary>Whether it is the chat of one person with the bot.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The topic inside the chat, where it has some.</summary>
    public int? TopicId { get; init; }

    /// <summary>The message itself; of a tap, the message under which the button stands.</summary>
    public int? MessageId { get; init; }

    /// <summary>The message that this one answers.</summary>
    public int? ReplyToMessageId { get; init; }

    /// <summary>Who wrote the message that this one answers.</summary>
    public long? ReplyToSenderId { get; init; }

    /// <summary>Of a change of membership: whether the bot may write there now.</summary>
    public bool IsMember { get; init; }

    /// <summary>When it was sent or changed.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was typed, or the words under a file.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the sender passed on somebody else's words: those are never the sender's own.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>What belongs together as one album.</summary>
    public string? AlbumId { get; init; }

    /// <summary>The files, to be fetched.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>The token of the tapped button. Input of a client: whoever holds it still has to be asked who they are.</summary>
    public string? TapToken { get; init; }

    /// <summary>What the tap has to be answered with, once and soon.</summary>
    public string? TapId { get; init; }
}

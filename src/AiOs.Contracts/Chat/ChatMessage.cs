using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Chat;

/// <summary>One message of a chat, as a channel hands it over: it proved who sent it, and decided nothing else.</summary>
public sealed record ChatMessage
{
    /// <summary>Where it came in.</summary>
    public required ChannelName Channel { get; init; }

    /// <summary>Who sent it: an immutable id of the channel, never a display name. 1 to 100 printable ASCII characters.</summary>
    public required string Sender { get; init; }

    /// <summary>The conversation, in the channel's own words; a thread or topic of it is a place of its own. Printable ASCII.</summary>
    public required string Place { get; init; }

    /// <summary>Whether nobody but the sender reads along. A code for pairing counts only there, and the place is remembered as where to find them.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>What the channel calls this message; answers are threaded under it.</summary>
    public required string Message { get; init; }

    /// <summary>What makes a repeat the same delivery, whatever new id the channel gave it.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>The message that this one answers, as the channel calls it.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What was typed, or the words under a file; our own mention taken out.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the sender passed on somebody else's words: those never command, answer or approve.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>Whether this is a message that was there before, changed. <see cref="Message"/> is the one that was changed.</summary>
    public bool IsEdit { get; init; }

    /// <summary>When it was sent or changed, UTC, where the channel says so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// Called as soon as what was said is durable, before it is worked on, so that a channel of little patience can confirm it then. Where it is never
    /// called, the end of <see cref="IConversation.HearAsync"/> says so. It returns at once and never throws.
    /// </summary>
    public Action? Kept { get; init; }

    /// <summary>The files, which are fetched only when the sender is known.</summary>
    public IReadOnlyList<ChatFile> Files { get; init; } = [];
}

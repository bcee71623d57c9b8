namespace AiOs.Channels.Teams.Activities;

/// <summary>What one activity of Teams says, in our words. Names that people give themselves are left out on purpose.</summary>
internal sealed record IncomingActivity
{
    /// <summary>What happened.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>The channel of the Bot Framework: <c>msteams</c>.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The connector that wants our answers. Believed only when the token says the same.</summary>
    public required string ServiceUrl { get; init; }

    /// <summary>The conversation, whole: of a channel with its thread.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The activity's id. A repeat may come under a new one; a tap always does.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    public PlaceKind Place { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The person's immutable id in the directory; nothing where the activity names none.</summary>
    public string? SenderObjectId { get; init; }

    /// <summary>The person's id in this bot's eyes; for opening a conversation, never for authorising.</summary>
    public string? SenderId { get; init; }

    /// <summary>Our own id in this conversation.</summary>
    public string? BotId { get; init; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was said, mentions of us taken out.</summary>
    public string? Text { get; init; }

    /// <summary>Whether we were called by name.</summary>
    public bool IsMentioned { get; init; }

    /// <summary>The message that this one answers, or that carries the tapped button.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The files, to be fetched.</summary>
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>The token of the tapped button. Input of a client: whoever holds it still has to be asked who they are.</summary>
    public string? TapToken { get; init; }

    /// <summary>What was typed into the card, by the input's id.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether Teams asked by itself, to bring a card up to date; nobody tapped.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>What Teams asks for, where it is a question that wants an answer in the body.</summary>
    public string? InvokeName { get; init; }

    /// <summary>Whether somebody else's words were passed on.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>What makes a repeat the same delivery, whatever new id it comes under.</summary>
    public required string DedupeKey { get; init; }
}

namespace AiOs.Channels.Telegram.Connection;

/// <summary>What an attempt to call the Bot API ended in, where not in success.</summary>
internal abstract record ApiFault
{
    private ApiFault()
    {
    }

    /// <summary>It did not happen: Telegram wants us to wait.</summary>
    /// <param name="Wait">How long.</param>
    public sealed record TooMany(TimeSpan Wait) : ApiFault;

    /// <summary>It did not happen: the request never left.</summary>
    public sealed record NotSent : ApiFault;

    /// <summary>It did not happen: Telegram does not know the token.</summary>
    public sealed record BadToken : ApiFault;

    /// <summary>It did not happen: another one polls, or a webhook is set.</summary>
    public sealed record Conflict : ApiFault;

    /// <summary>It did not happen: the group has a new id.</summary>
    /// <param name="Chat">The new id.</param>
    public sealed record Moved(long Chat) : ApiFault;

    /// <summary>Nothing to do: the message stands there as wanted.</summary>
    public sealed record AsWanted : ApiFault;

    /// <summary>It did not happen: the message is gone or cannot be changed.</summary>
    public sealed record MessageGone : ApiFault;

    /// <summary>It did not happen: the chat is closed to us.</summary>
    public sealed record PlaceGone : ApiFault;

    /// <summary>It did not happen and never will.</summary>
    /// <param name="Code">The code.</param>
    /// <param name="Why">Telegram's fixed phrase, without anything of the message.</param>
    public sealed record Refused(int Code, string Why) : ApiFault;

    /// <summary>Nobody knows.</summary>
    public sealed record Unknown : ApiFault;
}

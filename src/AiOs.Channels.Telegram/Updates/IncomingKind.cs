namespace AiOs.Channels.Telegram.Updates;

/// <summary>What happened in a chat.</summary>
internal enum IncomingKind
{
    /// <summary>Nothing that concerns us; it is confirmed and forgotten.</summary>
    Other,

    /// <summary>Something was said or sent.</summary>
    Message,

    /// <summary>Something said before was changed.</summary>
    Edited,

    /// <summary>A button was tapped.</summary>
    Tap,

    /// <summary>The person blocked the bot, or let it in again.</summary>
    Membership,
}

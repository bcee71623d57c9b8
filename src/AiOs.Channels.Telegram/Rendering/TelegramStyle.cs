namespace AiOs.Channels.Telegram.Rendering;

/// <summary>How a stretch of a message looks. Styles never nest: a stretch has exactly one.</summary>
internal enum TelegramStyle
{
    Plain,
    Bold,
    Italic,
    Struck,

    /// <summary>Shown as it is and never made into a link.</summary>
    Code,

    /// <summary>Our own mark inside somebody's words. Nothing else is underlined.</summary>
    Mark,
}

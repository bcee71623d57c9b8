namespace AiOs.Channels.Teams.Rendering;

/// <summary>How a stretch of a line looks.</summary>
internal enum RunStyle
{
    Plain,
    Bold,
    Title,
    Quiet,
    Gone,

    /// <summary>Our own mark inside somebody's words. Nothing else is highlighted.</summary>
    Mark,
}

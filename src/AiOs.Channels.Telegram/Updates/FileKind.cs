namespace AiOs.Channels.Telegram.Updates;

/// <summary>How a file was sent.</summary>
internal enum FileKind
{
    Document,
    Photo,
    Voice,
}

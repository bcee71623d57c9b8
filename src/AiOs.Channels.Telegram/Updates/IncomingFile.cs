namespace AiOs.Channels.Telegram.Updates;

/// <summary>A file that waits at Telegram.</summary>
/// <param name="Kind">How it was sent.</param>
/// <param name="FileId">What it is fetched by.</param>
/// <param name="UniqueId">What it is known by over time; fetches nothing.</param>
/// <param name="Name">Its name, made safe; made up where it came without.</param>
/// <param name="MediaType">Its type as declared; proves nothing.</param>
/// <param name="Size">Its size as declared, where that is known. More than 20 MB cannot be fetched.</param>
internal sealed record IncomingFile(FileKind Kind, string FileId, string UniqueId, string Name, string MediaType, long? Size)
{
    public const long MostBytes = 20 * 1024 * 1024;

    /// <summary>Whether it is a mail in a file, which goes to intake as a mail.</summary>
    public bool IsMail => MediaType == "message/rfc822" || Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether Telegram gives it out to bots.</summary>
    public bool CanBeFetched => Size is null or <= MostBytes;
}

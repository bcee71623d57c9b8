namespace AiOs.Channels.Teams.Activities;

/// <summary>A file that waits to be fetched.</summary>
/// <param name="Name">Its name, made safe.</param>
/// <param name="MediaType">Its type as declared, or by its ending; proves nothing.</param>
/// <param name="Url">Where it is.</param>
/// <param name="UniqueId">What it is known by, where it has such.</param>
/// <param name="NeedsToken">Whether the bot's token has to be shown; then the host must be an allowed one.</param>
internal sealed record IncomingFile(string Name, string MediaType, string Url, string? UniqueId, bool NeedsToken)
{
    /// <summary>Whether it is a mail in a file, which goes to intake as a mail.</summary>
    public bool IsMail => MediaType == "message/rfc822" || Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
}

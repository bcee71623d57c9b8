namespace AiOs.Contracts.Chat;

/// <summary>A file that waits at the channel.</summary>
/// <param name="Kind">How it was sent.</param>
/// <param name="Name">Its name, made safe.</param>
/// <param name="MediaType">Its type as declared; proves nothing.</param>
/// <param name="FetchAsync">
/// Brings its bytes, at most 20 MB. Throws <see cref="AiOsException"/> with a sentence for the operator where it cannot be had: transient where it is worth another try.
/// </param>
public sealed record ChatFile(ChatFileKind Kind, string Name, string MediaType, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> FetchAsync)
{
    /// <summary>The most that is fetched, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Whether it is a mail in a file, which goes to intake as a mail.</summary>
    public bool IsMail => MediaType == "message/rfc822" || Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase);
}

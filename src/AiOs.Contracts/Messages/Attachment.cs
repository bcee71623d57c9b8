namespace AiOs.Contracts.Messages;

/// <summary>A file that came with a message.</summary>
/// <param name="Name">The file's name, made safe: no folders, no control characters, never empty.</param>
/// <param name="MediaType">The media type, such as <c>application/pdf</c>: by the file's first bytes where they tell, else as declared.</param>
/// <param name="Size">Decoded size in bytes.</param>
/// <param name="Blob">Where the bytes are kept; nothing before they are stored.</param>
public sealed record Attachment(string Name, string MediaType, long Size, BlobRef? Blob)
{
    /// <summary>The words in the file, line ends as LF, at most 65,536 characters; nothing where none were read. Always somebody else's words.</summary>
    public string? Text { get; init; }
}

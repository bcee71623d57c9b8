namespace AiOs.Contracts.Messages;

/// <summary>A file that came with a message.</summary>
/// <param name="Name">The file's name, made safe: no folders, no control characters, never empty.</param>
/// <param name="MediaType">The media type as declared, such as <c>application/pdf</c>.</param>
/// <param name="Size">Decoded size in bytes.</param>
/// <param name="Blob">Where the bytes are kept; nothing before they are stored.</param>
public sealed record Attachment(string Name, string MediaType, long Size, BlobRef? Blob);

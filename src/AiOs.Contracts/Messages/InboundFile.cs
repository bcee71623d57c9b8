namespace AiOs.Contracts.Messages;

/// <summary>The bytes of a file that came with a message, on their way to the blob store.</summary>
/// <param name="Name">The file's name, made safe.</param>
/// <param name="MediaType">The media type, by its first bytes where they tell, else as declared.</param>
/// <param name="Bytes">The decoded bytes.</param>
public sealed record InboundFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The words in the file, as <see cref="Attachment.Text"/>.</summary>
    public string? Text { get; init; }
}

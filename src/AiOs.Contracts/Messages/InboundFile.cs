namespace AiOs.Contracts.Messages;

/// <summary>The bytes of a file that came with a message, on their way to the blob store.</summary>
/// <param name="Name">The file's name, made safe.</param>
/// <param name="MediaType">The media type as declared.</param>
/// <param name="Bytes">The decoded bytes.</param>
public sealed record InboundFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

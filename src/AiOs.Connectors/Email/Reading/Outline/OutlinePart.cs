namespace AiOs.Connectors.Email.Reading.Outline;

/// <summary>One part of a mail, as it stands in the tree that the mail is read from.</summary>
/// <param name="Path">Where it stands: <c>0</c> is the whole, <c>0.1</c> its second part.</param>
/// <param name="MediaType">The declared media type, lower case.</param>
/// <param name="FileName">The file name as declared, before it is made safe; nothing where it has none.</param>
/// <param name="Content">The decoded bytes; nothing for what only holds other parts.</param>
public sealed record OutlinePart(string Path, string MediaType, string? FileName, ReadOnlyMemory<byte>? Content);

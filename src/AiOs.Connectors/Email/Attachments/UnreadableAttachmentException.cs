namespace AiOs.Connectors.Email.Attachments;

/// <summary>A file whose text cannot be read; it is kept all the same.</summary>
internal sealed class UnreadableAttachmentException(string message, Exception? inner = null) : Exception(message, inner);

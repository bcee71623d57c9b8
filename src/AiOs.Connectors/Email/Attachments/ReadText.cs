namespace AiOs.Connectors.Email.Attachments;

/// <summary>The text of a file, and what is odd about it.</summary>
/// <param name="Text">The text with line ends as LF; nothing where it has none.</param>
/// <param name="Warning">One sentence; nothing where all of it was read.</param>
internal sealed record ReadText(string? Text, string? Warning);

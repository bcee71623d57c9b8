using AiOs.Connectors.Email.Attachments;

namespace AiOs.Connectors.Email.Reading;

/// <summary>How much of a mail is read at most.</summary>
public sealed record MailBounds
{
    /// <summary>What is used unless a test says otherwise.</summary>
    public static MailBounds Default { get; } = new();

    /// <summary>The whole mail.</summary>
    public int Bytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>All header lines of all parts together.</summary>
    public int HeaderBytes { get; init; } = 512 * 1024;

    public int Parts { get; init; } = 500;

    /// <summary>How deep parts may stand in parts.</summary>
    public int Depth { get; init; } = 20;

    /// <summary>All parts after decoding, mails in mails counted again.</summary>
    public long DecodedBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>How much HTML is turned into text.</summary>
    public int HtmlBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many characters of text are shown.</summary>
    public int TextCharacters { get; init; } = 256 * 1024;

    /// <summary>How much of the attached files is read.</summary>
    public AttachmentBounds Attachments { get; init; } = AttachmentBounds.Default;
}

namespace AiOs.Connectors.Email.Attachments;

/// <summary>How much of attached files is read at most. What lies beyond is kept and not read.</summary>
public sealed record AttachmentBounds
{
    /// <summary>What is used unless a test says otherwise.</summary>
    public static AttachmentBounds Default { get; } = new();

    /// <summary>A PDF document as it came.</summary>
    public int PdfBytes { get; init; } = 10 * 1024 * 1024;

    public int PdfPages { get; init; } = 50;

    /// <summary>All streams of a PDF document after unpacking, together.</summary>
    public long PdfUnpackedBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Letters on one page; a page with more is no page that anybody reads.</summary>
    public int PdfLetters { get; init; } = 100_000;

    public int CalendarBytes { get; init; } = 256 * 1024;

    /// <summary>Meetings of one calendar file that are shown.</summary>
    public int CalendarEvents { get; init; } = 10;

    /// <summary>Characters of one file's text.</summary>
    public int TextCharacters { get; init; } = 64 * 1024;

    /// <summary>Characters of the text of all files of one mail.</summary>
    public int AllTextCharacters { get; init; } = 128 * 1024;

    /// <summary>How long one file may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Files of one mail that are read; after two that took too long no other is.</summary>
    public int Files { get; init; } = 10;
}

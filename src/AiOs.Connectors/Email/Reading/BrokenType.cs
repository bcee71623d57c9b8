using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>A part whose Content-Type is no media type: it is plain text (RFC 2045 section 5.2).</summary>
internal static class BrokenType
{
    /// <summary>Whether its declared type cannot be read, and it does not name itself as a file.</summary>
    public static bool IsText(MimePart part)
    {
        if (part is TextPart || part.Content is null || part.IsAttachment || !string.IsNullOrEmpty(part.FileName)) return false;
        var declared = part.Headers[HeaderId.ContentType];
        return declared is not null && !declared.Split(';')[0].Contains('/', StringComparison.Ordinal);
    }

    /// <summary>The part as the text that it is.</summary>
    public static TextPart Text(MimePart part) => new("plain") { Content = part.Content };
}

using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>What a mail consists of: the text to show, the mails it carries, and all else as files.</summary>
internal sealed class MailParts
{
    private const int Deepest = 64;

    private readonly List<TextPart> _texts = [];
    private readonly List<MimeEntity> _files = [];
    private readonly List<MimeEntity> _mails = [];

    private MailParts()
    {
    }

    /// <summary>The parts that are the body, in order.</summary>
    public IReadOnlyList<TextPart> Texts => _texts;

    public IReadOnlyList<MimeEntity> Files => _files;

    /// <summary>Mails that stand directly in this one, where they may be what was forwarded.</summary>
    public IReadOnlyList<MimeEntity> Mails => _mails;

    /// <summary>Whether it is a report about another mail, such as a bounce.</summary>
    public bool Report { get; private set; }

    /// <summary>Whether something in it is encrypted and so cannot be read.</summary>
    public bool Encrypted { get; private set; }

    public static MailParts Of(MimeMessage message)
    {
        var parts = new MailParts();
        if (message.Body is { } body) parts.Walk(body, 0, forwards: true);
        return parts;
    }

    private void Walk(MimeEntity entity, int depth, bool forwards)
    {
        switch (entity)
        {
            case Multipart when depth > Deepest:
                break;
            case MultipartAlternative alternative:
                Alternatives(alternative, depth);
                break;
            case MultipartRelated related:
                Related(related, depth);
                break;
            case Multipart multipart:
                Report |= Is(multipart, "report");
                Encrypted |= Is(multipart, "encrypted");
                var inside = forwards && !Is(multipart, "report") && !Is(multipart, "digest") && !Is(multipart, "encrypted");
                foreach (var child in multipart) Walk(child, depth + 1, inside);
                break;
            case TextPart text when IsBody(text):
                _texts.Add(text);
                break;
            case MimePart part when BrokenType.IsText(part):
                _texts.Add(BrokenType.Text(part));
                break;
            default:
                if (forwards && IsMail(entity)) _mails.Add(entity);
                else _files.Add(entity);
                break;
        }
    }

    /// <summary>The same text several times: plain text if it says anything, else the last HTML. What is no text stays a file.</summary>
    private void Alternatives(MultipartAlternative alternative, int depth)
    {
        var plain = default(MailParts);
        var html = default(MailParts);
        foreach (var child in alternative)
        {
            var parts = new MailParts();
            parts.Walk(child, depth + 1, forwards: false);
            if (parts._texts.Count == 0) _files.AddRange(parts._files);
            else if (parts._texts[0].IsHtml) html = Instead(html, parts);
            else if (plain is null && parts._texts[0].IsPlain) plain = parts;
            else if (plain is null && html is null) plain = parts;
        }

        var shown = plain is not null && (html is null || SaysSomething(plain)) ? plain : html;
        if (shown is not null) _texts.AddRange(shown._texts);
        // Pictures of the HTML and files that some programs put beside it come along whichever text is shown.
        foreach (var side in new[] { plain, html })
            if (side is not null) _files.AddRange(side._files);
    }

    private MailParts Instead(MailParts? before, MailParts parts)
    {
        if (before is not null) _files.AddRange(before._files);
        return parts;
    }

    private void Related(MultipartRelated related, int depth)
    {
        var root = related.Root;
        if (root is not null) Walk(root, depth + 1, forwards: false);
        foreach (var child in related)
        {
            if (!ReferenceEquals(child, root)) Walk(child, depth + 1, forwards: false);
        }
    }

    private static bool SaysSomething(MailParts parts) => parts._texts.Exists(text =>
    {
        if (text.Content is not { } content) return false;
        using var start = content.Open();
        Span<byte> bytes = stackalloc byte[512];
        var read = start.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return !bytes[..read].Trim(" \t\r\n"u8).IsEmpty;
    });

    private static bool IsBody(TextPart text) =>
        !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && (text.IsPlain || text.IsHtml || text.IsFlowed || text.ContentType.IsMimeType("text", "enriched"));

    private static bool IsMail(MimeEntity entity) =>
        entity is MessagePart { Message: not null } part && part.ContentType.IsMimeType("message", "rfc822")
        || entity is MimePart file and not MessagePartial
            && (file.ContentType.IsMimeType("message", "rfc822")
                || (file.FileName?.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) == true && file.ContentType.IsMimeType("application", "octet-stream")));

    private static bool Is(Multipart multipart, string subtype) => multipart.ContentType.IsMimeType("multipart", subtype);
}

using System.Buffers;
using System.Text;
using AiOs.Connectors.Email.Reading;
using MimeKit;
using MimeKit.Text;

namespace AiOs.Connectors.Email.Text;

/// <summary>The text of the parts that are a mail's body.</summary>
internal sealed class BodyText(MailBounds bounds, DecodedParts decoded, List<string> warnings)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' />;");

    /// <summary>The text of all of them, one below the other, with line ends as LF, cut at the bound.</summary>
    public string Of(IReadOnlyList<TextPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var one = One(part).Trim('\n');
            if (one.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            text.Append(one);
            if (text.Length > bounds.TextCharacters) break;
        }

        if (text.Length <= bounds.TextCharacters) return text.ToString();
        Warn("The text is very long and is shown in part; the mail is kept whole.");
        var cut = bounds.TextCharacters;
        if (char.IsHighSurrogate(text[cut - 1])) cut--;
        return text.ToString(0, cut);
    }

    private string One(TextPart part)
    {
        ReadOnlySpan<byte> bytes = decoded.Bytes(part);
        // Four bytes a character is the most that any charset takes here; what lies behind is cut anyway.
        var most = part.IsHtml ? bounds.HtmlBytes : (bounds.TextCharacters + 1024) * 4;
        if (bytes.Length > most)
        {
            Warn("The text is very long and is shown in part; the mail is kept whole.");
            bytes = Cut(bytes, most);
        }

        if (bytes.Contains((byte)0) && !IsWide(part)) Warn("The text holds NUL characters; they were left out.");
        var text = TextDecoding.Decode(bytes, part.ContentType.Charset ?? (part.IsHtml ? MetaCharset(bytes) : null), out var warning);
        if (warning is not null) Warn(warning);
        if (part.IsHtml)
        {
            var (plain, cut) = HtmlText.Of(SafeText.Lines(text), bounds.TextCharacters + 1);
            if (cut) Warn("The text is very long and is shown in part; the mail is kept whole.");
            return SafeText.Lines(plain);
        }

        text = SafeText.Lines(text);
        return part.IsFlowed ? Unflowed(text, part) : text;
    }

    private static string Unflowed(string text, TextPart part)
    {
        var deleteSpace = part.ContentType.Parameters.TryGetValue("delsp", out string? value) && value.Equals("yes", StringComparison.OrdinalIgnoreCase);
        return SafeText.Lines(new FlowedToText { DeleteSpace = deleteSpace }.Convert(text));
    }

    /// <summary>Cuts at a line end, so that no character is cut in half.</summary>
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> bytes, int most)
    {
        var line = bytes[..most].LastIndexOf((byte)'\n');
        if (line > most / 2) return bytes[..line];
        while (most > 0 && (bytes[most] & 0xC0) == 0x80) most--;
        return bytes[..most];
    }

    private static bool IsWide(TextPart part) => part.ContentType.Charset is { } charset
        && (charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || charset.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase));

    private static string? MetaCharset(ReadOnlySpan<byte> html)
    {
        var start = Encoding.Latin1.GetString(html[..Math.Min(html.Length, 2048)]);
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var name = start.AsSpan(at + 8).TrimStart("\"' ");
        var end = name.IndexOfAny(NameEnds);
        return end <= 0 || end > 40 ? null : name[..end].ToString();
    }

    private void Warn(string warning)
    {
        if (!warnings.Contains(warning)) warnings.Add(warning);
    }
}

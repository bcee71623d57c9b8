using System.Text;

namespace AiOs.Connectors.Email.Attachments;

/// <summary>What a file is by its first bytes, whatever it is called and whatever was said of it.</summary>
internal static class SniffedType
{
    public const string Program = "application/vnd.microsoft.portable-executable";
    public const string Script = "text/x-script";
    public const string Calendar = "text/calendar";
    public const string Mail = "message/rfc822";
    public const string Pdf = "application/pdf";
    public const string Html = "text/html";
    public const string Zip = "application/zip";
    public const string OldOffice = "application/x-ole-storage";

    private const int Window = 4096;

    private static readonly string[] MailFields = ["from:", "to:", "subject:", "date:", "message-id:", "received:", "mime-version:", "return-path:", "delivered-to:", "content-type:"];

    /// <summary>The media type; nothing where the bytes do not tell.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => Binary(bytes) ?? Text(bytes[..Math.Min(bytes.Length, Window)]);

    private static string? Binary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("MZ"u8)) return Program;
        if (bytes.StartsWith("\u007fELF"u8)) return "application/x-executable";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xCE, 0xFA, 0xED, 0xFE])) return "application/x-mach-binary";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x4C, 0, 0, 0, 1, 0x14, 2, 0])) return "application/x-ms-shortcut";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return "image/gif";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OldOffice;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "application/gzip";
        if (bytes.StartsWith("Rar!\u001a\u0007"u8)) return "application/vnd.rar";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return "application/x-7z-compressed";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return Zipped(bytes[..Math.Min(bytes.Length, Window)]);
        // Readers of PDF take a header anywhere in the first kilobyte.
        return bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? Pdf : null;
    }

    private static string Zipped(ReadOnlySpan<byte> start)
    {
        if (start.IndexOf("mimetypeapplication/vnd.oasis.opendocument."u8) >= 0) return "application/vnd.oasis.opendocument";
        if (start.IndexOf("[Content_Types].xml"u8) < 0 && start.IndexOf("_rels/.rels"u8) < 0) return Zip;
        if (start.IndexOf("word/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        if (start.IndexOf("xl/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        if (start.IndexOf("ppt/"u8) >= 0) return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        return "application/vnd.openxmlformats-officedocument";
    }

    private static string? Text(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("#!"u8)) return Script;
        var text = Encoding.Latin1.GetString(start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart().ToLowerInvariant();
        if (text.StartsWith("begin:vcalendar", StringComparison.Ordinal)) return Calendar;
        if (text.StartsWith("<!doctype html", StringComparison.Ordinal) || text.StartsWith("<html", StringComparison.Ordinal) || text.StartsWith("<script", StringComparison.Ordinal)) return Html;
        return IsMail(text) ? Mail : null;
    }

    /// <summary>Whether it begins with a header of which at least two fields only mails have.</summary>
    private static bool IsMail(string text)
    {
        var known = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || known >= 2) break;
            if (line[0] is ' ' or '\t') continue;
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].Contains(' ')) return false;
            foreach (var field in MailFields)
            {
                if (line[..(colon + 1)].SequenceEqual(field)) known++;
            }
        }

        return known >= 2;
    }
}

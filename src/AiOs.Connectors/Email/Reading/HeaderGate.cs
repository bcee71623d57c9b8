using System.Collections.Frozen;
using System.Text;
using AiOs.Contracts.Messages;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Looks at the bytes before any parser does: is this a mail at all, and is its header whole.</summary>
internal static class HeaderGate
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "From", "To", "Cc", "Subject", "Date", "Sender", "Reply-To", "Message-ID", "Received", "Return-Path", "Delivered-To",
        "MIME-Version", "Content-Type", "DKIM-Signature", "X-Mailer");

    /// <summary>Where the mail begins: behind a byte order mark, blank lines and an mbox line.</summary>
    public static int Start(ReadOnlySpan<byte> raw)
    {
        var at = raw.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (at < raw.Length && raw[at] is (byte)'\r' or (byte)'\n') at++;
        if (!raw[at..].StartsWith("From "u8) && !raw[at..].StartsWith(">From "u8)) return at;
        var end = raw[at..].IndexOf((byte)'\n');
        return end < 0 ? raw.Length : at + end + 1;
    }

    /// <summary>What is wrong with the header; nothing where it can be parsed.</summary>
    public static MailReading.Unreadable? Check(ReadOnlySpan<byte> mail, MailBounds bounds)
    {
        if (mail.Trim(" \t\r\n\0"u8).IsEmpty) return Unreadables.Empty();
        var known = false;
        var at = 0;
        while (at < mail.Length)
        {
            if (at > bounds.HeaderBytes) return Unreadables.HeaderTooLarge();
            var length = mail[at..].IndexOf((byte)'\n');
            var line = length < 0 ? mail[at..] : mail.Slice(at, length);
            if (line.Contains((byte)0)) return Unreadables.NotMail();
            if (line.Length > bounds.HeaderBytes) return known ? Unreadables.HeaderTooLarge() : Unreadables.NotMail();
            line = line.TrimEnd((byte)'\r');
            if (line.IsEmpty) return known ? null : Unreadables.NotMail();
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                var name = NameOf(line);
                if (name is null) return length < 0 && known ? Unreadables.Truncated() : known ? null : Unreadables.NotMail();
                known |= Names.Contains(name);
            }

            if (length < 0) break;
            at += length + 1;
        }

        return known ? Unreadables.Truncated() : Unreadables.NotMail();
    }

    private static string? NameOf(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0) return null;
        var name = line[..colon].TrimEnd(" \t"u8);
        foreach (var b in name)
        {
            if (b is <= 32 or >= 127) return null;
        }

        return Encoding.ASCII.GetString(name);
    }
}

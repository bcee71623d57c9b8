using AiOs.Connectors.Email.Forwards;
using AiOs.Connectors.Email.Text;
using AiOs.Contracts.Messages;
using MimeKit;
using MimeKit.Utils;

namespace AiOs.Connectors.Email.Reading;

/// <summary>Reads header fields into our own nouns.</summary>
internal static class MailHeaders
{
    private const int MostMailboxes = 500;
    private const int MostReferences = 100;
    private const int LongestSubject = 2000;

    /// <summary>What lists write (RFC 2369, RFC 2919).</summary>
    private static readonly HeaderId[] ListFields = [HeaderId.ListId, HeaderId.ListUnsubscribe, HeaderId.ListPost, HeaderId.ListHelp, HeaderId.ListArchive];

    /// <summary>What programs write that answer by themselves and know no <c>Auto-Submitted</c>.</summary>
    private static readonly string[] AnswererFields = ["X-Autoreply", "X-Autorespond", "X-Autoresponder"];

    /// <summary>The one sender; nothing where the field is missing, broken or names several.</summary>
    public static Mailbox? Sender(MimeMessage message)
    {
        var all = Mailboxes(message.From);
        return all.Count == 1 ? all[0] : null;
    }

    public static List<Mailbox> Mailboxes(InternetAddressList list)
    {
        var result = new List<Mailbox>();
        foreach (var mailbox in list.Mailboxes)
        {
            var address = mailbox.Address.Trim();
            if (!AddressEntries.IsAddress(address)) continue;
            if (result.Count == MostMailboxes) break;
            var name = ClaimedAddresses.CleanName(mailbox.Name ?? string.Empty);
            result.Add(new Mailbox(name.Length == 0 || name.Equals(address, StringComparison.OrdinalIgnoreCase) ? null : name, address));
        }

        return result;
    }

    public static string? Subject(MimeMessage message)
    {
        var subject = SafeText.OneLine(message.Subject ?? string.Empty).Trim();
        if (subject.Length > LongestSubject) subject = subject[..LongestSubject];
        return subject.Length == 0 ? null : SafeText.Lines(subject);
    }

    /// <summary>The moment that the date field names; the text of the field where it names none.</summary>
    public static (DateTimeOffset? At, string? Text) Date(MimeMessage message)
    {
        var text = message.Headers[HeaderId.Date]?.Trim();
        if (string.IsNullOrEmpty(text)) return (null, null);
        // "-0000" says that the writer's zone is unknown (RFC 5322 section 3.3); the moment is known all the same.
        if (text.AsSpan().IndexOfAny("+-") >= 0 || HasZoneName(text))
        {
            if (DateUtils.TryParse(text, out var date) && date.Year is > 1900 and < 2200) return (date, null);
        }

        text = SafeText.OneLine(text);
        return (null, text.Length > 120 ? text[..120] : text);
    }

    /// <summary>A Message-ID without brackets; nothing where it could not be written back into a header.</summary>
    public static string? MailId(string? id)
    {
        var text = id?.Trim().Trim('<', '>').Trim();
        return IsMailId(text) ? text : null;
    }

    /// <summary>Whether a text can stand between angle brackets in a header as it is.</summary>
    public static bool IsMailId(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 500) return false;
        foreach (var c in text)
        {
            if (c is <= ' ' or >= '\u007f' or '<' or '>') return false;
        }

        return true;
    }

    public static List<string> References(MimeMessage message)
    {
        var ids = message.References.Select(MailId).OfType<string>().ToList();
        if (ids.Count == 0 && MailId(message.InReplyTo) is { } parent) ids.Add(parent);
        return ids.Count > MostReferences ? [ids[0], .. ids[^(MostReferences - 1)..]] : ids;
    }

    /// <summary>Whether a program sent it, or a list: nothing answers those unasked (RFC 3834 section 2).</summary>
    public static bool IsAutomatic(MimeMessage message)
    {
        var headers = message.Headers;
        var submitted = headers[HeaderId.AutoSubmitted]?.Trim();
        if (!string.IsNullOrEmpty(submitted) && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase)) return true;
        if (ListFields.Any(headers.Contains) || AnswererFields.Any(headers.Contains)) return true;
        if (headers[HeaderId.ReturnPath]?.Replace(" ", string.Empty, StringComparison.Ordinal) == "<>") return true;
        if (headers["X-Auto-Response-Suppress"] is { } suppressed && suppressed.Split(',', StringSplitOptions.TrimEntries).Any(word => word.ToLowerInvariant() is "all" or "autoreply" or "oof")) return true;
        return headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk" or "auto_reply";
    }

    private static bool HasZoneName(string text)
    {
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return last.Length is >= 1 and <= 4 && last.All(char.IsAsciiLetterUpper);
    }
}

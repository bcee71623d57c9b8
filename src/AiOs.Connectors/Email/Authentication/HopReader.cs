using System.Net;
using System.Text;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>Tells from a <c>Received</c> field whether our own mail server wrote it (RFC 5321 section 4.4).</summary>
internal static class HopReader
{
    /// <summary>A second-level name this short may be a public one, such as <c>co.uk</c>, below which anybody can have a host.</summary>
    private const int LongestPublic = 3;

    private static readonly string[] Inside = ["localhost", "local", "internal", "lan", "localdomain", "arpa"];

    /// <summary>Whether the host that took the mail in at this hop is ours: the one that checks, one below or beside it, or one with no public name.</summary>
    public static bool IsOurs(string received, string authservId)
    {
        if (TakenBy(WithoutComments(received)) is not { } by) return false;
        if (IPAddress.TryParse(by.Trim('[', ']').Replace("IPv6:", string.Empty, StringComparison.OrdinalIgnoreCase), out _)) return true;
        var host = DomainNames.Plain(by);
        var own = DomainNames.Plain(authservId);
        if (host is null || own is null) return false;
        return IsInside(host) || DomainNames.IsWithin(host, own) || DomainNames.IsWithin(own, host) || DomainNames.IsWithin(host, Family(own));
    }

    private static string? TakenBy(string received)
    {
        var words = received[..(received.LastIndexOf(';') is >= 0 and var end ? end : received.Length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word.Equals("by", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < words.Length ? words[at + 1] : null;
    }

    private static bool IsInside(string host) => !host.Contains('.', StringComparison.Ordinal) || Inside.Contains(host[(host.LastIndexOf('.') + 1)..]);

    /// <summary>The name above the server's own, where that surely is one owner's.</summary>
    private static string? Family(string own)
    {
        var labels = own.Split('.');
        return labels.Length >= 3 && (labels.Length > 3 || labels[1].Length > LongestPublic) ? string.Join('.', labels[1..]) : null;
    }

    private static string WithoutComments(string text)
    {
        var plain = new StringBuilder(text.Length);
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\' && depth > 0) at++;
            else if (letter == '(') depth++;
            else if (letter == ')' && depth > 0) depth--;
            else if (depth == 0) plain.Append(letter);
            if (depth > 0 && letter == '(') plain.Append(' ');
        }

        return plain.ToString();
    }
}

using System.Text.RegularExpressions;
using AiOs.Contracts.Effects;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>Finds what a mail program would make a link of: with a scheme, with www, or a bare host under a common ending.</summary>
internal static class LinkScan
{
    private const string Ending =
        "com|net|org|info|biz|io|co|ai|app|dev|me|de|at|ch|li|eu|uk|fr|es|it|nl|be|pl|cz|dk|se|no|fi|ie|pt|us|ca|au|nz|jp|cn|ru|in|br"
        + "|xyz|top|shop|online|site|store|link|click|live|pro|page|cloud|tech|agency|studio|example";

    // No look-around and no backtracking: a long line of near-hits costs no more than any other.
    private static readonly Regex Links = new(
        @"(?:[a-z][a-z0-9+.\-]{0,30}:/{1,3}|(?:mailto|tel|sms|data|javascript|file|bitcoin):|www\.)[^\s<>""]+"
        + @"|[@\p{L}\p{Nd}](?:[@\p{L}\p{Nd}_.\-]*[\p{L}\p{Nd}])?\.(?:(?:" + Ending + @")\b(?::[0-9]{1,5})?(?:[/?#][^\s<>""]*)?|[\p{L}\p{Nd}\-]{2,63}(?::[0-9]{1,5})?/[^\s<>""]*)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly char[] Trailing = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"', '*', '>'];

    public static IEnumerable<FoundValue> Find(string text)
    {
        foreach (Match match in Links.Matches(text))
        {
            var link = match.Value.TrimEnd(Trailing);
            var host = HostOf(link, out var end);
            // What has an @ and no scheme is a mail address: it leads nowhere by itself.
            if (link.Length == 0 || (end > 0 && host == 0 && link.AsSpan(0, end).Contains('@'))) continue;
            yield return new FoundValue(match.Index, SensitiveKind.Url, string.Concat(link[..end].ToLowerInvariant(), link[end..]));
        }
    }

    /// <summary>Where the host begins and ends: up to there capitals mean nothing.</summary>
    private static int HostOf(string link, out int end)
    {
        var scheme = link.IndexOf(':', StringComparison.Ordinal);
        var slashes = link.IndexOf("://", StringComparison.Ordinal);
        var start = slashes >= 0 ? slashes + 3 : scheme > 0 && !link.AsSpan(0, scheme).Contains('.') ? scheme + 1 : 0;
        var path = link.AsSpan(start).IndexOfAny('/', '?', '#');
        end = path < 0 ? link.Length : start + path;
        return start;
    }
}

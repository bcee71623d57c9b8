using System.Buffers;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>Finds whole links. The name of a host alone stands for its front page and for nothing below it.</summary>
internal static class Links
{
    private const string Borders = "<>\"`";
    private const string Opening = "([{'“„‚‘’«»‹›*_~";
    private const string Closing = ".,;:!?)]}'“”‘’«»‹›*_~…";

    private static readonly SearchValues<char> SchemeSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public static IEnumerable<string> FormsOf(string value) => Fold(value) is { } form ? [form] : [];

    public static IEnumerable<string> In(string text)
    {
        foreach (var word in Words.Of(text, Borders, Opening, Closing))
        {
            if (word.AsSpan().IndexOfAny('.', ':') > 0 && Fold(word) is { } link)
            {
                yield return link;
            }
        }
    }

    /// <summary>
    /// The compared form, or nothing where it could deceive: user names before the host, backslashes, invisible characters.
    /// </summary>
    private static string? Fold(string value)
    {
        if (value.Length == 0 || value.Any(c => c == '\\' || char.IsWhiteSpace(c) || Pieces.IsHidden(c)))
        {
            return null;
        }

        var mark = value.IndexOf("://", StringComparison.Ordinal);
        var named = mark > 0 && value.AsSpan(0, mark).IndexOfAnyExcept(SchemeSigns) < 0;
        return mark == 0 ? null : Folded(named ? value[..mark].ToLowerInvariant() : "https", named ? value[(mark + 3)..] : value, named);
    }

    private static string? Folded(string scheme, string rest, bool named)
    {
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? string.Empty : rest[end..];
        var colon = authority.LastIndexOf(':');
        var port = colon < 0 ? string.Empty : authority[(colon + 1)..];
        var host = Hosts.Fold(colon < 0 ? authority : authority[..colon]);
        if (host is null || (!named && !host.Contains('.', StringComparison.Ordinal)) || port.Length > 5 || !port.All(char.IsAsciiDigit))
        {
            return null;
        }

        var usual = port.Length == 0 || (scheme, port) is ("https", "443") or ("http", "80");
        var whole = tail.AsSpan().IndexOfAny('?', '#') < 0 && tail.EndsWith('/') ? tail[..^1] : tail;
        return $"{scheme}://{host}{(usual ? string.Empty : ":" + port)}{whole}";
    }
}

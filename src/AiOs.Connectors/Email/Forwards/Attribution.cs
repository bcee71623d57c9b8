using System.Text.RegularExpressions;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>The line above a quoted answer: <c>On …, Anna wrote:</c>.</summary>
internal sealed record Attribution(int End, string Text, bool KnownWords)
{
    private const int MostLines = 3;
    private const int Longest = 400;

    private static readonly Regex Clock = new(@"\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[AaPp]\.?[Mm]\b\.?)?,?", RegexOptions.NonBacktracking);

    /// <summary>Reads one that begins at a line; in words that we do not know it counts only directly above a quoted line.</summary>
    public static Attribution? Read(IReadOnlyList<string> lines, int start, int depth)
    {
        var text = string.Empty;
        for (var i = start; i < Math.Min(lines.Count, start + MostLines); i++)
        {
            var line = QuotedLines.Strip(lines[i], depth).Trim().Trim('\ufeff');
            if (line.Length == 0 || line.Length > Longest) return null;
            text = text.Length == 0 ? line : $"{text} {line}";
            if (text[^1] != ':') continue;
            foreach (var (begin, end) in ForwardWords.Attributions)
            {
                if (text.StartsWith(begin, StringComparison.OrdinalIgnoreCase) && text.EndsWith(end, StringComparison.OrdinalIgnoreCase) && text.Any(char.IsDigit))
                    return new Attribution(i + 1, text[begin.Length..^end.Length].Trim(), KnownWords: true);
            }

            var tells = text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsDigit) >= 4;
            return tells && QuotedBelow(lines, i + 1, depth) ? new Attribution(i + 1, text, KnownWords: false) : null;
        }

        return null;
    }

    /// <summary>What it claims, as date and sender line; nothing where it does not name exactly one address.</summary>
    public (string? Date, string From)? Claims()
    {
        var open = Text.IndexOf('<', StringComparison.Ordinal);
        if (!KnownWords || open <= 0) return null;
        var before = Text[..open];
        var quote = before.TrimEnd().EndsWith('"') ? before.IndexOf('"', StringComparison.Ordinal) : -1;
        if (quote < 0)
        {
            var clocks = Clock.Matches(before);
            quote = clocks.Count == 0 ? before.LastIndexOf(',') + 1 : clocks[^1].Index + clocks[^1].Length;
        }

        return (before[..quote].Trim(' ', ','), Text[quote..].Trim(' ', ','));
    }

    private static bool QuotedBelow(IReadOnlyList<string> lines, int at, int depth)
    {
        if (at < lines.Count && QuotedLines.IsBlank(QuotedLines.Strip(lines[at], depth))) at++;
        return at < lines.Count && QuotedLines.Depth(lines[at]) > depth;
    }
}

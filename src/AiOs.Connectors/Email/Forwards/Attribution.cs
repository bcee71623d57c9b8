using System.Buffers;
using System.Text.RegularExpressions;
using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>The line above a quoted answer: <c>On …, Anna wrote:</c>.</summary>
internal sealed record Attribution(int End, string Text, bool KnownWords)
{
    private const int MostLines = 3;
    private const int Longest = 400;

    private static readonly Regex Clock = new(@"\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[AaPp]\.?[Mm]\b\.?)?,?", RegexOptions.NonBacktracking);
    private static readonly SearchValues<char> AddressBegins = SearchValues.Create("<([ ");
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(">)] ,");
    private static readonly SearchValues<char> Opening = SearchValues.Create("\"“„«‘”");
    private static readonly SearchValues<char> Closing = SearchValues.Create("\"”“»’");

    /// <summary>Reads one that begins at a line; in words that we do not know it counts only directly above a quoted line.</summary>
    public static Attribution? Read(IReadOnlyList<string> lines, int start, int depth)
    {
        var text = string.Empty;
        for (var i = start; i < Math.Min(lines.Count, start + MostLines); i++)
        {
            var line = QuotedLines.Strip(lines[i], depth).Trim().Trim('\ufeff');
            if (line.Length == 0 || line.Length > Longest) return null;
            text = text.Length == 0 ? line : $"{text} {line}";
            if (text[^1] is not (':' or '：')) continue;
            var tells = text.Contains('@', StringComparison.Ordinal) || text.Count(char.IsDigit) >= 4;
            if (!tells) return null;
            if (AttributionWords.SayWrote(text) && text.Count(char.IsDigit) >= 3) return new Attribution(i + 1, text[..^1].Trim(), KnownWords: true);
            return QuotedBelow(lines, i + 1, depth) ? new Attribution(i + 1, text[..^1].Trim(), KnownWords: false) : null;
        }

        return null;
    }

    /// <summary>What it claims, as date and sender line; nothing where it does not name an address.</summary>
    public (string? Date, string From)? Claims()
    {
        var sign = Text.IndexOf('@', StringComparison.Ordinal);
        if (!KnownWords || sign <= 0) return null;
        var open = Text.AsSpan(0, sign).LastIndexOfAny(AddressBegins);
        while (open > 0 && Text[open - 1] is '<' or '(' or '[') open--;
        open = Math.Max(open, 0);
        var before = Text[..open].TrimEnd();
        var end = Text.AsSpan(sign).IndexOfAny(AddressEnds);
        if (end >= 0) end += sign;
        var address = end < 0 ? Text[open..] : Text[open..end];
        var after = end < 0 ? string.Empty : Text[end..].TrimStart('>', ')', ']', ',', ' ');
        if (after.Contains('@', StringComparison.Ordinal)) return null;
        var name = NameIn(before);
        var date = before[..^name.Length].Trim(' ', ',', '"');
        return (date.Any(char.IsDigit) ? date : after, $"{Name(name)} <{address.Trim('<', '(', '[', ' ')}>");
    }

    /// <summary>The end of what stands before the address, from its quote mark or from behind date and time on.</summary>
    private static string NameIn(string before)
    {
        if (before.Length > 1 && Closing.Contains(before[^1]))
        {
            var quote = before.AsSpan(0, before.Length - 1).TrimEnd().LastIndexOfAny(Opening);
            if (quote >= 0) return before[quote..];
        }

        var clocks = Clock.Matches(before);
        var from = clocks.Count > 0 ? clocks[^1].Index + clocks[^1].Length : 0;
        for (var i = before.Length - 1; i >= from; i--)
        {
            if (char.IsDigit(before[i])) from = i + 1;
        }

        return before[from..];
    }

    private static string Name(string text)
    {
        var name = text.Trim(' ', ',', '-', '\u00a0');
        if (name.Length > 1 && Closing.Contains(name[^1]) && Opening.Contains(name[0])) return Plain(name[1..^1]);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && AttributionWords.IsFiller(words[0].Trim(','))) words.RemoveAt(0);
        return Plain(string.Join(' ', words));
    }

    /// <summary>Without what an address list would take for its own signs.</summary>
    private static string Plain(string name)
    {
        var text = name.Trim().Trim(',', ' ', '\u00a0').Replace("\"", string.Empty, StringComparison.Ordinal);
        return text.Length == 0 ? text : $"\"{text}\"";
    }

    private static bool QuotedBelow(IReadOnlyList<string> lines, int at, int depth)
    {
        if (at < lines.Count && QuotedLines.IsBlank(QuotedLines.Strip(lines[at], depth))) at++;
        return at < lines.Count && QuotedLines.Depth(lines[at]) > depth;
    }
}

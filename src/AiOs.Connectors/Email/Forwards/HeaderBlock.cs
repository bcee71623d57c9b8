using AiOs.Connectors.Email.Forwards.Words;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>The header that stands above a forwarded text.</summary>
internal sealed class HeaderBlock
{
    private const int MostLines = 60;
    private const int LongestName = 40;

    private readonly Dictionary<HeaderWord, string> _fields = [];

    /// <summary>The first line after it.</summary>
    public int End { get; private init; }

    /// <summary>How many quote marks stand before its lines, and so before those of the text.</summary>
    public int Depth { get; private init; }

    public string? this[HeaderWord word] => _fields.GetValueOrDefault(word);

    public int Count => _fields.Count;

    /// <summary>Whether it says enough to be taken for a forwarded header without any mark above it.</summary>
    public bool StandsAlone => this[HeaderWord.From] is not null && this[HeaderWord.Date] is not null
        && (this[HeaderWord.To] is not null || this[HeaderWord.Subject] is not null);

    /// <summary>Reads a header that begins at a line, below blank ones; nothing where there is none.</summary>
    /// <param name="lines">All lines.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="depth">How many quote marks stand before each line.</param>
    /// <param name="marked">Whether a mark stands above it, so that names in other words are passed over.</param>
    public static HeaderBlock? Read(IReadOnlyList<string> lines, int start, int depth, bool marked)
    {
        var fields = new Dictionary<HeaderWord, string>();
        var last = default(HeaderWord?);
        var limit = Math.Min(lines.Count, start + MostLines);
        var i = start;
        while (i < limit)
        {
            var line = QuotedLines.Strip(lines[i], depth);
            if (QuotedLines.IsBlank(line))
            {
                if (last is null ? i - start >= 3 : fields.Count >= 3 || !KnownNext(lines, i + 1, depth, fields)) break;
            }
            else if (HeaderLine.Known(line) is { } known)
            {
                if (known.Word != HeaderWord.Other && !fields.TryAdd(known.Word, known.Value)) break;
                last = known.Word;
            }
            else if (last is { } open && Continues(line, open, fields.GetValueOrDefault(open, string.Empty), KnownNext(lines, i + 1, depth, fields)))
            {
                if (open != HeaderWord.Other) fields[open] = $"{fields[open]} {line.Trim()}";
            }
            else if (marked && HeaderLine.LooksLikeOne(line) && (fields.Count == 0 || KnownNext(lines, i + 1, depth, fields)))
            {
                last = HeaderWord.Other;
            }
            else
            {
                break;
            }

            i++;
        }

        return fields.Count == 0 ? null : new HeaderBlock(fields, i, depth);
    }

    /// <summary>A header that says nothing, below a mark that leaves no doubt.</summary>
    public static HeaderBlock Empty(int end, int depth) => new([], end, depth);

    /// <summary>Reads a header whose lines were run together into one, each name directly behind the value before it.</summary>
    public static HeaderBlock? ReadRunTogether(string text, int end, int depth)
    {
        var first = Next(text, 0, []);
        if (first.Word != HeaderWord.From || text[..first.At].Trim().Length > 0) return null;
        var fields = new Dictionary<HeaderWord, string>();
        while (first.Length > 0)
        {
            var begin = first.At + first.Length;
            fields.Add(first.Word, string.Empty);
            var next = first.Word == HeaderWord.Subject ? default : Next(text, begin, fields);
            fields[first.Word] = (next.Length == 0 ? text[begin..] : text[begin..next.At]).Trim();
            first = next;
        }

        return fields.Count < 3 ? null : new HeaderBlock(fields, end, depth);
    }

    private HeaderBlock(Dictionary<HeaderWord, string> fields, int end, int depth)
    {
        _fields = fields;
        End = end;
        Depth = depth;
    }

    private static bool KnownNext(IReadOnlyList<string> lines, int at, int depth, Dictionary<HeaderWord, string> seen) =>
        at < lines.Count && HeaderLine.Known(QuotedLines.Strip(lines[at], depth)) is { } known
        && known.Word != HeaderWord.Other && !seen.ContainsKey(known.Word);

    private static bool Continues(string line, HeaderWord open, string value, bool knownNext) => open switch
    {
        HeaderWord.Subject or HeaderWord.Date or HeaderWord.Other => knownNext && !HeaderLine.LooksLikeOne(line),
        _ => value.Length == 0 || value[^1] is ',' or ';' || value.Count(c => c == '<') > value.Count(c => c == '>')
            || char.IsWhiteSpace(line[0]) || line[0] == '<' || ((knownNext || NameOpen(value)) && line.Contains('@', StringComparison.Ordinal)),
    };

    /// <summary>Whether a list ends in a name whose address must stand on the next line.</summary>
    private static bool NameOpen(string value) =>
        value.LastIndexOfAny([',', ';']) is var cut and > 0 && value[..cut].Contains('@', StringComparison.Ordinal) && !value[cut..].Contains('@', StringComparison.Ordinal);

    /// <summary>The next name that is not in quotes or brackets and not seen yet.</summary>
    private static (int At, int Length, HeaderWord Word) Next(string text, int from, Dictionary<HeaderWord, string> seen)
    {
        var quoted = false;
        var open = 0;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            else if (text[i] == '<') open++;
            else if (text[i] == '>') open = Math.Max(0, open - 1);
            if (quoted || open > 0 || !(char.IsUpper(text[i]) || text[i] >= '\u2e80')) continue;
            var colon = text.AsSpan(i, Math.Min(LongestName, text.Length - i)).IndexOfAny(':', '：');
            if (colon <= 0 || !HeaderNames.All.TryGetValue(Folded.Of(text.AsSpan(i, colon)), out var word) || word == HeaderWord.Other || seen.ContainsKey(word)) continue;
            // A name of one letter at the end of a word in capitals is the end of that word.
            if (colon > 1 || i == 0 || !char.IsLetter(text[i - 1])) return (i, colon + 1, word);
        }

        return default;
    }
}

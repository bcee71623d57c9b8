namespace AiOs.Agents.Intake.Parts;

/// <summary>
/// Cuts the writer's own words where another thing may begin: at paragraphs, at the items of a list, and at sentences that say so themselves. What
/// is quoted, the greeting, the closing and what follows it are left out.
/// </summary>
internal static class PartCutter
{
    private const int Longest = 8_000;
    private const int MostPieces = 24;
    private const int ShortLine = 45;

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text of a message.</param>
    /// <returns>The pieces, in order; none where there are too many for a letter.</returns>
    public static IReadOnlyList<Stretch> Cut(string text)
    {
        var pieces = new List<Stretch>();
        var (start, end, marked) = (-1, 0, false);
        foreach (var line in Lines(text))
        {
            var words = text.AsSpan(line.Start, line.Length);
            var item = ItemMark(words) > 0;
            if (words.IsEmpty || item)
            {
                Close();
            }

            if (!words.IsEmpty)
            {
                (start, marked) = start < 0 ? (line.Start, item) : (start, marked);
                end = line.End;
            }
        }

        Close();
        return pieces.Count <= MostPieces ? pieces : [];

        void Close()
        {
            if (start >= 0)
            {
                AddSentences(text, new Stretch(start, end - start, marked), pieces);
            }

            start = -1;
        }
    }

    /// <summary>The writer's own lines, without white space at their ends; an empty one parts paragraphs.</summary>
    private static IEnumerable<Stretch> Lines(string text)
    {
        var seen = Math.Min(text.Length, Longest);
        var first = true;
        for (var at = 0; at < seen;)
        {
            var stop = text.IndexOf('\n', at, seen - at) is var found && found < 0 ? seen : found;
            var line = Trimmed(text, at, stop);
            at = stop + 1;
            var words = text.AsSpan(line.Start, line.Length);
            if (EndsLetter(words))
            {
                yield break;
            }

            if (words.StartsWith(">"))
            {
                continue;
            }

            if (first && IsGreeting(words))
            {
                first = false;
                var comma = words.IndexOfAny(",!");
                line = comma < 0 || words.Length <= ShortLine && comma == words.Length - 1 ? new Stretch(stop, 0, Marked: false) : Trimmed(text, line.Start + comma + 1, stop);
            }

            first &= line.Length == 0;
            yield return line;
        }
    }

    private static Stretch Trimmed(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return new Stretch(from, to - from, Marked: false);
    }

    private static bool IsGreeting(ReadOnlySpan<char> line) => PartWords.Greetings.Contains(FirstWord(line));

    private static bool EndsLetter(ReadOnlySpan<char> line) =>
        line is "--" or "—" || line.StartsWith("-----") || line.StartsWith("_____")
        || (line.Length <= ShortLine && PartWords.Closings.Contains(FirstWord(line)) && line.IndexOfAny("?") < 0 && (line.EndsWith(",") || line.Length <= 30))
        || (line.EndsWith(":") && (line.IndexOf("wrote") >= 0 || line.IndexOf("schrieb") >= 0 || line.IndexOf("a écrit") >= 0 || line.IndexOf("escribió") >= 0))
        || (line.Length < 80 && PartWords.Ends.IsIn(line));

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        return line[..end];
    }

    /// <summary>How long the mark of a list item is: <c>1.</c>, <c>2)</c>, <c>a)</c>, <c>-</c>, <c>•</c>; 0 where there is none.</summary>
    private static int ItemMark(ReadOnlySpan<char> line)
    {
        if (line.Length > 2 && line[0] is '-' or '*' or '•' or '–' or '·' && line[1] == ' ')
        {
            return 2;
        }

        var digits = 0;
        while (digits < line.Length && digits < 2 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        digits = digits == 0 && line.Length > 2 && char.IsAsciiLetter(line[0]) && line[1] == ')' ? 1 : digits;
        return digits > 0 && digits + 1 < line.Length && line[digits] is '.' or ')' or ':' && line[digits + 1] == ' ' ? digits + 2 : 0;
    }

    /// <summary>Cuts a paragraph before each sentence that begins another thing.</summary>
    private static void AddSentences(string text, Stretch paragraph, List<Stretch> pieces)
    {
        var (start, marked) = (paragraph.Start, paragraph.Marked || BeginsOther(text.AsSpan(paragraph.Start, paragraph.Length)));
        for (var i = paragraph.Start + 1; i < paragraph.End - 1; i++)
        {
            if (text[i - 1] is not ('.' or '?' or '!' or ')') || !char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var next = i + 1;
            if (BeginsOther(text.AsSpan(next, paragraph.End - next)))
            {
                pieces.Add(new Stretch(start, i - start, marked));
                (start, marked) = (next, true);
            }
        }

        pieces.Add(new Stretch(start, paragraph.End - start, marked));
    }

    private static bool BeginsOther(ReadOnlySpan<char> sentence)
    {
        var head = sentence[..Math.Min(sentence.Length, 60)];
        var skip = head.StartsWith("And ", StringComparison.OrdinalIgnoreCase) || head.StartsWith("Und ", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("Oh ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        return PartWords.Others.TryFind(head[skip..], out var at, out _) && at == 0;
    }
}

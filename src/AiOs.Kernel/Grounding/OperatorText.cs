using System.Buffers;
using AiOs.Kernel.Grounding.Texts;

namespace AiOs.Kernel.Grounding;

/// <summary>Takes from what the operator sent the parts that are not their own words: quoted lines, and all that follows a mark of forwarding.</summary>
internal static class OperatorText
{
    private const int Longest = 200_000;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    private static readonly string[] Marks =
    [
        "original message", "forwarded message", "begin forwarded", "original appointment", "ursprüngliche nachricht", "weitergeleitete nachricht",
        "originalnachricht", "anfang der weitergeleiteten", "forwarded by", "forwarded from", "weitergeleitet von", "message transféré", "mensaje reenviado",
    ];

    private static readonly string[] Said = ["wrote", "writes", "schrieb", "a écrit", "escribió", "said"];

    private static readonly string[] Whens = ["on ", "am ", "le ", "el "];

    private static readonly string[] HeaderNames = ["from:", "von:", "sent:", "gesendet:", "to:", "an:", "subject:", "betreff:", "date:", "datum:", "cc:"];

    /// <summary>The operator's own words. A text too long to be typed loses its last line, so that no value is cut in two.</summary>
    public static string Own(string text)
    {
        var seen = text.Length <= Longest ? text : text[..(text.AsSpan(0, Longest).LastIndexOfAny(LineEnds) + 1)];
        var lines = LinesOf(seen);
        var own = new List<string>(lines.Count);
        var fenced = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Letters.Lower(Bare(lines[i]));
            if (IsSaid(line))
            {
                DropIntroduction(own);
                break;
            }

            if (EndsHere(lines, i, line))
            {
                break;
            }

            var fence = line.StartsWith("```", StringComparison.Ordinal);
            fenced ^= fence;

            // An empty line in its place keeps the words above from running into those below.
            own.Add(fence || fenced || line is ['>' or '|', ..] ? string.Empty : lines[i]);
        }

        return string.Join('\n', own);
    }

    /// <summary>"On Monday Anna (address)" may stand on a line of its own above "wrote:".</summary>
    private static void DropIntroduction(List<string> own)
    {
        if (own.Count > 0 && Array.Exists(Whens, when => Bare(own[^1]).StartsWith(when, StringComparison.OrdinalIgnoreCase)))
        {
            own.RemoveAt(own.Count - 1);
        }
    }

    private static bool EndsHere(List<string> lines, int at, string line)
    {
        var marked = Array.Exists(Marks, mark => line.Contains(mark, StringComparison.Ordinal)) && line.AsSpan().Trim("-_*=#> :").Length <= 60
            && (line is ['-' or '_' or '*' or '=' or '#', ..] || line.EndsWith(':') || StartsWithMark(line));
        return marked || (IsHeader(line) && at + 1 < lines.Count && IsHeader(Letters.Lower(Bare(lines[at + 1]))));
    }

    private static bool IsSaid(string line) =>
        line.EndsWith(':') && Array.Exists(Said, word => line.AsSpan().TrimEnd(": ").EndsWith(word, StringComparison.Ordinal)
            || line.Contains(" " + word + " ", StringComparison.Ordinal));

    private static bool StartsWithMark(string line) => Array.Exists(Marks, mark => line.StartsWith(mark, StringComparison.Ordinal));

    private static bool IsHeader(string line)
    {
        var plain = line.TrimStart('*');
        return Array.Exists(HeaderNames, name => plain.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>A line without blanks and invisible characters around it, so that nothing hides the mark at its front.</summary>
    private static string Bare(string line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && (char.IsWhiteSpace(line[start]) || Pieces.IsHidden(line[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(line[end - 1]) || Pieces.IsHidden(line[end - 1])))
        {
            end--;
        }

        return line[start..end];
    }

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        foreach (var range in text.AsSpan().SplitAny(LineEnds))
        {
            lines.Add(text[range]);
        }

        return lines;
    }
}

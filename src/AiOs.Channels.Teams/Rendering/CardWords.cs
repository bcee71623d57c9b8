using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>Turns a value into lines of stretches: nothing in it is markup, a mention, a date to work out or invisible any more.</summary>
internal static class CardWords
{
    private const string NoBreak = "\u00A0";

    /// <summary>Cuts a value at its line ends.</summary>
    /// <param name="value">Any text.</param>
    /// <param name="style">How its plain part looks.</param>
    /// <param name="boxed">Whether it stands in a box of its own, where an empty line may be one.</param>
    /// <returns>At least one line, each with something in it.</returns>
    public static List<List<CardRun>> Lines(string value, RunStyle style, bool boxed)
    {
        List<List<CardRun>> lines = [[]];
        foreach (var piece in SafeText.Of(value))
        {
            switch (piece.Kind)
            {
                case SafeKind.Plain:
                    AddPlain(lines, piece.Text, style);
                    break;
                case SafeKind.Mixed:
                    lines[^1].Add(new CardRun(style, piece.Text));
                    lines[^1].Add(new CardRun(RunStyle.Mark, " [mixed alphabets]"));
                    break;
                default:
                    lines[^1].Add(new CardRun(RunStyle.Mark, piece.Placeholder));
                    break;
            }
        }

        foreach (var line in lines)
        {
            MarkEdges(line, boxed, alone: lines.Count == 1);
        }

        return lines;
    }

    private static void AddPlain(List<List<CardRun>> lines, string text, RunStyle style)
    {
        var parts = text.Split('\n');
        for (var part = 0; part < parts.Length; part++)
        {
            if (part > 0)
            {
                lines.Add([]);
            }

            var columns = parts[part].Split('\t');
            for (var column = 0; column < columns.Length; column++)
            {
                if (column > 0)
                {
                    lines[^1].Add(new CardRun(RunStyle.Mark, "⇥"));
                }

                AddShown(lines[^1], columns[column], style);
            }
        }
    }

    private static void AddShown(List<CardRun> line, string text, RunStyle style)
    {
        for (var (at, end) = Doubtful(text); end > 0; (at, end) = Doubtful(text))
        {
            AddBlanks(line, text[..at], style);
            line.Add(new CardRun(RunStyle.Mark, text[at..end].Replace(' ', '·').Replace(NoBreak, "°", StringComparison.Ordinal)));
            text = text[end..];
        }

        AddBlanks(line, text, style);
    }

    /// <summary>Blanks in a row, one of them unbreakable: what is put between ordinary ones below would look the same, so each gets a sign.</summary>
    private static (int At, int End) Doubtful(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && (text[end] is ' ' or '\u00A0'))
            {
                end++;
            }

            if (end - at > 1 && text.AsSpan(at, end - at).Contains('\u00A0'))
            {
                return (at, end);
            }

            at = Math.Max(at, end - 1);
        }

        return default;
    }

    /// <summary>Blanks in a row would be shown as one; two braces in a row would begin a date.</summary>
    private static void AddBlanks(List<CardRun> line, string text, RunStyle style)
    {
        var shown = text.Replace("  ", " " + NoBreak, StringComparison.Ordinal);
        for (var at = shown.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = shown.IndexOf("{{", StringComparison.Ordinal))
        {
            line.Add(new CardRun(style, shown[..(at + 1)]));
            shown = shown[(at + 1)..];
        }

        if (shown.Length > 0)
        {
            line.Add(new CardRun(style, shown));
        }
    }

    /// <summary>Blanks at an edge and empty lines are cut or overlooked.</summary>
    private static void MarkEdges(List<CardRun> line, bool boxed, bool alone)
    {
        if (line.Count == 0)
        {
            // A line of blanks that were written carries a mark; this one carries none.
            line.Add(boxed && !alone ? new CardRun(RunStyle.Plain, NoBreak) : new CardRun(RunStyle.Mark, alone ? "[empty]" : "¶"));
        }
        else if (char.IsWhiteSpace(line[0].Text[0]) || char.IsWhiteSpace(line[^1].Text[^1]))
        {
            line.Add(new CardRun(RunStyle.Mark, "¶"));
        }
    }
}

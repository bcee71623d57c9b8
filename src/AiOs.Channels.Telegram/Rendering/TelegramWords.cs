using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>Turns a value into lines of stretches: nothing in it is markup, a link or invisible any more.</summary>
internal static class TelegramWords
{
    /// <summary>What Telegram takes out of a text or makes a blank of: the tab and three accents.</summary>
    private const string Lost = "\t\u030A\u0333\u033F";

    /// <summary>Cuts a value at its line ends.</summary>
    /// <param name="value">Any text.</param>
    /// <param name="style">How its plain part looks.</param>
    /// <param name="quoted">Whether it stands in a block quote, where an empty line may be one.</param>
    /// <returns>At least one line, each with something in it unless quoted; the last one always.</returns>
    public static List<List<TelegramSpan>> Lines(string value, TelegramStyle style, bool quoted)
    {
        List<List<TelegramSpan>> lines = [[]];
        var pieces = SafeText.Of(value);
        for (var at = 0; at < pieces.Count; at++)
        {
            switch (pieces[at].Kind)
            {
                case SafeKind.Mixed:
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Code, pieces[at].Text));
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Mark, " [mixed alphabets]"));
                    break;
                case SafeKind.Plain:
                    AddPlain(lines, pieces[at].Text, style, goesOn: at + 1 < pieces.Count && pieces[at + 1].Kind == SafeKind.Mixed);
                    break;
                default:
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Mark, pieces[at].Placeholder));
                    break;
            }
        }

        foreach (var (at, line) in lines.Index())
        {
            // The last line of a quote may be that of the message, and Telegram cuts it off where it is empty.
            MarkEdges(line, quoted && at < lines.Count - 1, alone: lines.Count == 1);
        }

        return lines;
    }

    /// <param name="goesOn">Whether a word of mixed alphabets follows, which the last word here may belong to.</param>
    private static void AddPlain(List<List<TelegramSpan>> lines, string text, TelegramStyle style, bool goesOn)
    {
        var parts = text.Split('\n');
        for (var part = 0; part < parts.Length; part++)
        {
            if (part > 0)
            {
                lines.Add([]);
            }

            var last = goesOn && part == parts.Length - 1 ? parts[part].AsSpan().LastIndexOfAny(" \t") + 1 : parts[part].Length;
            AddLine(lines[^1], parts[part][..last], style);
            AddLine(lines[^1], parts[part][last..], TelegramStyle.Code);
        }
    }

    private static void AddLine(List<TelegramSpan> line, string text, TelegramStyle style)
    {
        for (var at = text.AsSpan().IndexOfAny(Lost); at >= 0; at = text.AsSpan().IndexOfAny(Lost))
        {
            line.AddRange(InertWords.Cut(text[..at], style));
            line.Add(new TelegramSpan(TelegramStyle.Mark, text[at] == '\t' ? "⇥" : $"[U+{(int)text[at]:X4}]"));
            text = text[(at + 1)..];
        }

        line.AddRange(InertWords.Cut(text, style));
    }

    /// <summary>A line that looks empty could pass for the border between two parts, and Telegram cuts blanks at both ends of a message.</summary>
    private static void MarkEdges(List<TelegramSpan> line, bool quoted, bool alone)
    {
        if (line.Count == 0)
        {
            if (alone || !quoted)
            {
                line.Add(new TelegramSpan(TelegramStyle.Mark, alone ? "[empty]" : "¶"));
            }

            return;
        }

        if (char.IsWhiteSpace(line[^1].Text[^1]))
        {
            line.Add(new TelegramSpan(TelegramStyle.Mark, "¶"));
        }

        if (char.IsWhiteSpace(line[0].Text[0]))
        {
            line.Insert(0, new TelegramSpan(TelegramStyle.Mark, "¶"));
        }
    }
}

using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>Turns a value into lines of stretches: nothing in it is markup, a link or invisible any more.</summary>
internal static class TelegramWords
{
    /// <summary>Cuts a value at its line ends.</summary>
    /// <param name="value">Any text.</param>
    /// <param name="style">How its plain part looks.</param>
    /// <param name="quoted">Whether it stands in a block quote, where an empty line may be one.</param>
    /// <returns>At least one line, each with something in it unless quoted.</returns>
    public static List<List<TelegramSpan>> Lines(string value, TelegramStyle style, bool quoted)
    {
        List<List<TelegramSpan>> lines = [[]];
        foreach (var piece in SafeText.Of(value))
        {
            switch (piece.Kind)
            {
                case SafeKind.Mixed:
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Code, piece.Text));
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Mark, " [mixed alphabets]"));
                    break;
                case SafeKind.Plain:
                    AddPlain(lines, piece.Text, style);
                    break;
                default:
                    lines[^1].Add(new TelegramSpan(TelegramStyle.Mark, piece.Placeholder));
                    break;
            }
        }

        foreach (var line in lines)
        {
            MarkEdges(line, quoted, alone: lines.Count == 1);
        }

        return lines;
    }

    private static void AddPlain(List<List<TelegramSpan>> lines, string text, TelegramStyle style)
    {
        var parts = text.Split('\n');
        for (var part = 0; part < parts.Length; part++)
        {
            if (part > 0)
            {
                lines.Add([]);
            }

            lines[^1].AddRange(InertWords.Cut(parts[part], style));
        }
    }

    /// <summary>A line that looks empty could pass for the border between two parts, and Telegram cuts blanks at the end of a message.</summary>
    private static void MarkEdges(List<TelegramSpan> line, bool quoted, bool alone)
    {
        if (line.Count == 0 && (alone || !quoted))
        {
            line.Add(new TelegramSpan(TelegramStyle.Mark, alone ? "[empty]" : "¶"));
        }
        else if (line.Count == 0 || char.IsWhiteSpace(line[^1].Text[^1]) || char.IsWhiteSpace(line[0].Text[0]))
        {
            line.Add(new TelegramSpan(TelegramStyle.Mark, "¶"));
        }
    }
}

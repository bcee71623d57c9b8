using System.Text;

namespace AiOs.Kernel.Policy.Reading.Yaml;

/// <summary>Refuses what a policy never needs before any parser sees it: size, control characters, letters that turn a line around, directives.</summary>
internal static class CharacterGate
{
    public const int MostBytes = 256 * 1024;

    public static bool Passes(string text, PolicyFaults faults)
    {
        if (text.Length > MostBytes || Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            faults.Add(1, $"The file is larger than {MostBytes / 1024} KiB; remove what is no longer used.");
            return false;
        }

        var line = 1;
        for (var at = 0; at < text.Length; at++)
        {
            if (Wrong(text, at) is { } reason)
            {
                faults.Add(line, reason);
                return false;
            }

            line += text[at] == '\n' ? 1 : 0;
            at += char.IsHighSurrogate(text[at]) ? 1 : 0;
        }

        return true;
    }

    /// <summary>Whether a value, which may have been written with escapes, holds nothing that a file itself may not hold.</summary>
    public static bool IsOneLine(string text)
    {
        var faults = new PolicyFaults();
        return !text.Any(char.IsControl) && Passes(" " + text, faults);
    }

    private static string? Wrong(string text, int at)
    {
        var letter = text[at];
        if (char.IsSurrogate(letter))
        {
            return char.IsSurrogatePair(text, at) ? null : "There is half a character here; write it again.";
        }

        if (letter == '%' && (at == 0 || text[at - 1] == '\n'))
        {
            return "A line may not begin with %; directives are not used here.";
        }

        if (letter == '\t' && text.AsSpan(0, at) is var before && before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace())
        {
            return "A line may not begin with a tab; indent it by spaces.";
        }

        var known = letter switch
        {
            '\n' or '\t' => true,
            '\r' => at + 1 < text.Length && text[at + 1] == '\n',
            '\u2028' or '\u2029' or '\uFEFF' => false,
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => false,
            _ => !char.IsControl(letter),
        };
        return known ? null : $"The character U+{(int)letter:X4} cannot be seen and is not allowed; remove it.";
    }
}

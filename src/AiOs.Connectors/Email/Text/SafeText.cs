using System.Globalization;
using System.Text;

namespace AiOs.Connectors.Email.Text;

/// <summary>Characters that a reader does not see, or that change what they see.</summary>
internal static class SafeText
{
    /// <summary>Bidirectional controls (UAX #9): they make text read in another order than it has.</summary>
    public static bool IsBidi(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>Characters without width.</summary>
    public static bool IsZeroWidth(char c) => c is '\u00ad' or '\u180e' or (>= '\u200b' and <= '\u200d') or (>= '\u2060' and <= '\u2064') or '\ufeff';

    /// <summary>One line without control and direction characters, without half surrogate pairs.</summary>
    public static string OneLine(string text)
    {
        var clean = true;
        foreach (var c in text)
            clean &= !char.IsControl(c) && !IsBidi(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029');
        if (clean) return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t') result.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            else if (rune.IsBmp && IsBidi((char)rune.Value)) continue;
            else result.Append(rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>Line ends as LF, without NUL, without half surrogate pairs: what JSON and UTF-8 can carry.</summary>
    public static string Lines(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\0') >= 0)
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", string.Empty, StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}

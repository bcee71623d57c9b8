using System.Globalization;
using System.Text;
using AiOs.Connectors.Email.Text;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>
/// Writes a text in the characters that a scan knows: what a person reads as a digit or a point is one, and what cannot be seen is gone.
/// Else a value could be hidden from the scan and still be read, or followed, by whoever gets it.
/// </summary>
internal static class PlainScript
{
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!SafeText.IsBidi(c) && !SafeText.IsZeroWidth(c)) plain.Append(Plain(c));
        }

        return plain.ToString();
    }

    private static char Plain(char c)
    {
        if (c < 128) return c;
        if (c is >= '\uff01' and <= '\uff5e') return (char)(c - 0xfee0);
        if (c is '\u3002' or '\uff61' or '\u2024') return '.';
        if (c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212') return '-';
        if (c is '\u2019' or '\u02bc') return '\'';
        if (char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator) return ' ';
        return CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c;
    }
}

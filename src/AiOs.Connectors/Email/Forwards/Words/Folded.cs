using System.Text;
using AiOs.Contracts.Text;

namespace AiOs.Connectors.Email.Forwards.Words;

/// <summary>Words as they are compared: small letters without marks, one space between, whichever way the accents were written.</summary>
internal static class Folded
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var word = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = word.Length > 0;
                continue;
            }

            // Combining marks: an accent that stands behind its letter.
            if (c is (>= '\u0300' and <= '\u036f') or '\ufeff' or '\u200b' or '\u200e' or '\u200f') continue;
            if (space) word.Append(' ');
            space = false;
            if (c is '\u2019' or '\u02bc') word.Append('\'');
            else if (c is 'İ' or 'ı') word.Append('i');
            else PlainLetters.Append(word, c);
        }

        return word.ToString();
    }
}

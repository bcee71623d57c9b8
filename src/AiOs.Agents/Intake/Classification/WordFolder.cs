namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Brings text to the form that features are read from: lower-case words between single spaces, digits all alike, quoted
/// lines left out.
/// </summary>
internal static class WordFolder
{
    /// <summary>Folds text into a buffer of at least twice its length and two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Where the folded text goes.</param>
    /// <returns>How many characters it has; it begins and ends with a space.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var digits = 0;
        var lineStart = true;
        buffer[length++] = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (lineStart && c == '>')
            {
                i = EndOfLine(text, i);
                continue;
            }

            lineStart = c == '\n' || (lineStart && c == ' ');
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            length = Put(c, digits, buffer, length);
        }

        if (buffer[length - 1] != ' ')
        {
            buffer[length++] = ' ';
        }

        return length;
    }

    private static int Put(char c, int digits, Span<char> buffer, int length)
    {
        if (digits > 0)
        {
            if (digits <= 4)
            {
                buffer[length++] = '0';
            }
        }
        else if (char.IsLetter(c))
        {
            buffer[length++] = char.ToLowerInvariant(c);
        }
        else if (c is '?' or '!' or '€' or '$' or '£' or '%' or '@')
        {
            length = Gap(buffer, length);
            buffer[length++] = c;
            buffer[length++] = ' ';
        }
        else if (c is not ('\'' or '’'))
        {
            length = Gap(buffer, length);
        }

        return length;
    }

    private static int Gap(Span<char> buffer, int length)
    {
        if (buffer[length - 1] != ' ')
        {
            buffer[length++] = ' ';
        }

        return length;
    }

    private static int EndOfLine(ReadOnlySpan<char> text, int from)
    {
        var rest = text[from..].IndexOf('\n');
        return rest < 0 ? text.Length : from + rest;
    }
}

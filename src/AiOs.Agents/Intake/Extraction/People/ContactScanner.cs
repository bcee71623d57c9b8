using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.People;

/// <summary>Finds mail addresses and telephone numbers.</summary>
internal static class ContactScanner
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    private static readonly WordTable<bool> Labels = WordTable<bool>.Of(
        (true, "tel telephone phone mobile mobil cell telefon fon handy call t m ph"));

    public static void Scan(TokenText text, List<Found> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Is(i, TokenKind.Email))
            {
                var address = text.Span(i).ToString();
                found.Add(new Found(text[i].Start, new ExtractedField(FieldName.Email, address, address)));
            }
            else if (StartsPhone(text, i))
            {
                i = ReadPhone(text, i, found);
            }
        }
    }

    private static bool StartsPhone(TokenText text, int i)
    {
        if (text.IsSign(i, '+'))
        {
            return text.IsGlued(i + 1) && text.Is(i + 1, TokenKind.Number) && !text.IsGlued(i) && text.Source[text[i + 1].Start] != '0';
        }

        if (!text.Is(i, TokenKind.Number) && !text.IsSign(i, '('))
        {
            return false;
        }

        var label = i - 1;
        while (text.IsSign(label, ':') || text.IsSign(label, '.') || text.IsWord(label, "me") || text.IsWord(label, "on")
            || text.IsWord(label, "at"))
        {
            label--;
        }

        return text.Is(label, TokenKind.Word) && Labels.Contains(text.Span(label)) && (text[label].Length > 2 || label < i - 1);
    }

    private static int ReadPhone(TokenText text, int start, List<Found> found)
    {
        var (next, digits, last) = (start, 0, start);
        while (next - start < 24 && (text.Is(next, TokenKind.Number) || IsSeparator(text, next)))
        {
            if (text.Is(next, TokenKind.Number))
            {
                if (digits + text[next].Length > MaxDigits)
                {
                    break;
                }

                digits += text[next].Length;
                last = next;
            }

            next++;
        }

        if (digits is < MinDigits or > MaxDigits)
        {
            return start;
        }

        var number = text.Quote(start, last + 1);
        found.Add(new Found(text[start].Start, new ExtractedField(FieldName.Phone, number, number)));
        return last;
    }

    private static bool IsSeparator(TokenText text, int i) =>
        text.Is(i, TokenKind.Sign) && text.Source[text[i].Start] is '+' or '-' or '/' or '(' or ')' or '.' or '–';
}

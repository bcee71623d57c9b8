using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Finds international bank account numbers and keeps those whose length and check digits are right (ISO 13616, mod 97).</summary>
internal static class IbanScanner
{
    private static readonly WordTable<int> Lengths = WordTable<int>.Of(
        (15, "NO"), (16, "BE"), (18, "DK FI NL FO GL"), (19, "MK SI"), (20, "AT BA EE KZ LT LU XK"), (21, "CH HR LI LV"),
        (22, "BG DE GB GE IE ME RS BH"), (23, "AE GI IL"), (24, "AD CZ ES MD PK RO SA SE SK TN"), (25, "PT"), (26, "IS TR"),
        (27, "FR GR IT MC SM"), (28, "AL AZ CY DO HU LB PL"), (29, "BR UA"), (30, "JO KW QA MU"), (31, "MT"), (33, "SC"));

    public static void Scan(TokenText text, List<Found> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Length == 2 && text.Is(i, TokenKind.Word) && text.Is(i + 1, TokenKind.Number) && text.IsGlued(i + 1)
                && Lengths.TryGet(text.Span(i), out var length))
            {
                TryRead(text.Source, text[i].Start, length, found);
            }
        }
    }

    private static void TryRead(string source, int start, int length, List<Found> found)
    {
        Span<char> iban = stackalloc char[Iban.Longest];
        var count = 0;
        var i = start;
        for (; i < source.Length && count < length; i++)
        {
            var c = char.ToUpperInvariant(source[i]);
            if (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
            {
                iban[count++] = c;
            }
            else if (c is not (' ' or '\u00A0' or '\u202F'))
            {
                break;
            }
        }

        var ends = i == source.Length || !char.IsLetterOrDigit(source[i]);
        if (count == length && ends && Iban.IsValid(iban[..count]))
        {
            found.Add(new Found(start, new ExtractedField(FieldName.Iban, iban[..count].ToString(), source[start..i])));
        }
    }
}

using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Finds the numbers of invoices: after a word such as invoice, or with a prefix such as INV- or RE-.</summary>
internal static class InvoiceNumberScanner
{
    private const int Longest = 30;

    private static readonly WordTable<bool> Invoices = WordTable<bool>.Of(
        (true, "invoice rechnung facture factura invoicenumber rechnungsnummer rechnungsnr rechnung's"));

    private static readonly WordTable<bool> Marks = WordTable<bool>.Of((true, "no nr number nummer num n nº numéro número id"));

    private static readonly WordTable<bool> Prefixes = WordTable<bool>.Of((true, "INV RE RG RN FA"));

    public static void Scan(TokenText text, List<Found> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.Is(i, TokenKind.Word) || (text[i].Length < 7 && !text.IsSign(i + 1, '-')))
            {
                continue;
            }

            if (Invoices.Contains(text.Span(i)))
            {
                var start = SkipMarks(text, i + 1, out var marked);
                marked |= text[i].Length > 11;
                TryAdd(text, start, marked, found);
            }
            else if (Prefixes.Contains(text.Span(i)) && text.IsUpper(i) && text.IsSign(i + 1, '-') && text.IsGlued(i + 1)
                && text.IsGlued(i + 2)
                && !IsAfterInvoice(text, i))
            {
                TryAdd(text, i, marked: true, found);
            }
        }
    }

    private static bool IsAfterInvoice(TokenText text, int i)
    {
        for (var back = 1; back <= 4; back++)
        {
            if (Invoices.Contains(text.Span(i - back)))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipMarks(TokenText text, int i, out bool marked)
    {
        marked = false;
        for (var steps = 0; steps < 4; steps++, i++)
        {
            if ((text.Is(i, TokenKind.Word) && Marks.Contains(text.Span(i))) || text.IsSign(i, '#') || text.IsSign(i, ':')
                || text.IsSign(i, '°'))
            {
                marked = true;
            }
            else if (!text.IsSign(i, '.'))
            {
                break;
            }
        }

        return i;
    }

    private static void TryAdd(TokenText text, int start, bool marked, List<Found> found)
    {
        var next = start;
        var (digits, joined) = (0, false);
        while (IsPart(text, next) && (next == start || text.IsGlued(next)) && text[next].End - text[start].Start <= Longest)
        {
            digits += text.Is(next, TokenKind.Number) ? text[next].Length : 0;
            joined |= next > start;
            next++;
        }

        while (next > start && text.Is(next - 1, TokenKind.Sign))
        {
            next--;
        }

        if (digits == 0 || !IsNumber(text, start, next, marked, joined, digits))
        {
            return;
        }

        var number = text.Quote(start, next);
        found.Add(new Found(text[start].Start, new ExtractedField(FieldName.InvoiceNumber, number, number)));
    }

    private static bool IsPart(TokenText text, int i) =>
        text.Is(i, TokenKind.Word) || text.Is(i, TokenKind.Number) || text.IsSign(i, '-') || text.IsSign(i, '/') || text.IsSign(i, '_')
        || (text.IsSign(i, '.') && text.IsGlued(i + 1) && text.Is(i + 1, TokenKind.Number));

    private static bool IsNumber(TokenText text, int start, int next, bool marked, bool joined, int digits)
    {
        if (marked)
        {
            return true;
        }

        _ = text.TryNumber(start, out var year);
        var plain = next == start + 1;
        var ordinal = next == start + 2 && text.Is(start + 1, TokenKind.Word) && text[start].Length <= 2;
        return plain
            ? digits >= 2 && year is not (> 1990 and < 2100) && !Dates.DateWords.Months.Contains(text.Span(next)) && !text.IsSign(next, '%')
                && !CurrencyWords.TryRead(text, next, "EUR", out _, out _)
            : joined && !ordinal && digits >= 2 && text[next - 1].End - text[start].Start >= 4;
    }
}

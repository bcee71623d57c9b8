using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Finds amounts of money. A bare number is none, unless it stands with its cents beside a word such as total or budget.</summary>
internal static class AmountScanner
{
    private static readonly WordTable<bool> Labels = WordTable<bool>.Of(
        (true, "total amount sum budget price fee balance betrag summe gesamt gesamtbetrag rechnungsbetrag preis honorar montant importe"));

    /// <summary>Finds all amounts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="home">The workspace's currency.</param>
    /// <returns>In the order of the text, but the lower end of a range is told with its upper end.</returns>
    public static IReadOnlyList<AmountHit> Scan(TokenText text, string home)
    {
        var found = new List<AmountHit>();
        for (var i = 0; i < text.Count;)
        {
            i = MayStart(text, i) && TryRead(text, i, home, found, out var next) ? next : i + 1;
        }

        return found;
    }

    /// <summary>Most words are neither: a number or a sign stands at the start of an amount or right after its currency.</summary>
    private static bool MayStart(TokenText text, int i) => text[i].Kind switch
    {
        TokenKind.Number or TokenKind.Sign => true,
        TokenKind.Word => text.Is(i + 1, TokenKind.Number) || text.Is(i + 1, TokenKind.Sign) || SpokenAmounts.MayStart(text, i),
        _ => false,
    };

    private static bool TryRead(TokenText text, int i, string home, List<AmountHit> found, out int next) =>
        TryCurrencyFirst(text, i, home, found, out next) || TrySpoken(text, i, home, found, out next) || TryNumberFirst(text, i, home, found, out next);

    private static bool TrySpoken(TokenText text, int i, string home, List<AmountHit> found, out int next)
    {
        next = i + 1;
        if (IsInsideWord(text, i) || (!SpokenAmounts.TryLower(text, i, home, out var value, out var currency, out next)
            && !SpokenAmounts.TryRead(text, i, home, out value, out currency, out next)))
        {
            return false;
        }

        AddRange(text, i, home, currency, found);

        Add(i, next, value, currency, found);
        return true;
    }

    private static bool TryCurrencyFirst(TokenText text, int i, string home, List<AmountHit> found, out int next)
    {
        next = i + 1;
        if (!CurrencyWords.TryRead(text, i, home, out var currency, out var number) || IsInsideWord(text, i))
        {
            return false;
        }

        number += text.IsSign(number, '-') && text.IsGlued(number + 1) ? 1 : 0;
        if (!NumberReader.TryRead(text, number, out var value, out next))
        {
            return false;
        }

        next = SkipSameCurrency(text, next, home, currency);
        Add(i, next, IsNegative(text, i) || text.IsSign(number - 1, '-') ? -value : value, currency, found);
        return true;
    }

    private static bool TryNumberFirst(TokenText text, int i, string home, List<AmountHit> found, out int next)
    {
        next = i + 1;
        if (!text.Is(i, TokenKind.Number) || IsInsideWord(text, i) || !NumberReader.TryRead(text, i, out var plain, out var after))
        {
            next = text.Is(i, TokenKind.Number) ? AfterDigits(text, i) : next;
            return text.Is(i, TokenKind.Number);
        }

        if (CurrencyWords.TryRead(text, after, home, out var currency, out next))
        {
            plain += SpokenAmounts.Cents(text, currency, plain, ref next);
            AddRange(text, i, home, currency, found);
            Add(i, next, IsNegative(text, i) ? -plain : plain, currency, found);
            return true;
        }

        next = after;
        if ((HasCents(text, i, after) && IsLabelled(text, i)) || PaidNumbers.Is(text, i, after, plain))
        {
            Add(i, after, plain, home, found);
        }

        return true;
    }

    /// <summary>Passes over digits that are no number, such as those of a version or a date.</summary>
    private static int AfterDigits(TokenText text, int i)
    {
        do
        {
            i++;
        }
        while (text.IsGlued(i) && (text.Is(i, TokenKind.Number)
            || (text.Is(i, TokenKind.Sign) && text.IsGlued(i + 1) && text.Is(i + 1, TokenKind.Number))));

        return i;
    }

    private static bool IsInsideWord(TokenText text, int i) => text.IsGlued(i) && text.Is(i - 1, TokenKind.Word);

    private static bool IsLabelled(TokenText text, int i)
    {
        for (var back = 1; back <= 4 && !text.Is(i - back, TokenKind.Line); back++)
        {
            if (Labels.Contains(text.Span(i - back)))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSameCurrency(TokenText text, int next, string home, string currency) =>
        CurrencyWords.TryRead(text, next, home, out var after, out var end) && after == currency && !text.Is(end, TokenKind.Number) ? end
            : next;

    private static bool IsNegative(TokenText text, int i) =>
        text.IsGlued(i) && text[i - 1].Spaced && text.Is(i - 1, TokenKind.Sign) && text.Source[text[i - 1].Start] is '-' or '−';

    private static bool HasCents(TokenText text, int i, int next) =>
        next - i >= 3 && text.Is(next - 1, TokenKind.Number) && text[next - 1].Length == 2;

    /// <summary>The lower end of a range takes the money of its upper end: <c>500-700 EUR</c>.</summary>
    private static void AddRange(TokenText text, int upper, string home, string currency, List<AmountHit> found)
    {
        var link = upper - 1;
        var joins = text.IsSign(link, '-') || text.IsSign(link, '–') || text.IsWord(link, "to") || text.IsWord(link, "bis")
            || text.IsWord(link, "or") || text.IsWord(link, "oder") || (text.IsWord(link, "and") && text.IsWord(link - 2, "between"));
        if (joins && text.Is(link - 1, TokenKind.Number) && text[link - 1].Length <= 6 && !text.IsGlued(link - 1)
            && NumberReader.TryRead(text, link - 1, out var lower, out var next) && next == link
            && !CurrencyWords.TryRead(text, link - 2, home, out _, out _))
        {
            Add(link - 1, link, lower, currency, found);
        }
    }

    private static void Add(int from, int next, decimal value, string currency, List<AmountHit> found)
    {
        var scale = Money.Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
        var minor = value * scale;
        if (minor == decimal.Truncate(minor) && Math.Abs(minor) <= long.MaxValue)
        {
            found.Add(new AmountHit(from, next, new Money((long)minor, currency)));
        }
    }
}

using AiOs.Agents.Intake.Extraction.Dates;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Reads amounts as they are spoken: <c>two hundred and fifty quid</c>, <c>a grand</c>, <c>a tenner</c>, <c>half a million euros</c>.</summary>
internal static class SpokenAmounts
{
    private static readonly WordTable<int> Notes = WordTable<int>.Of((5, "fiver fivers"), (10, "tenner tenners"));

    private static readonly WordTable<string> Coins = WordTable<string>.Of(("GBP", "pence penny p"), ("", "cents cent"));

    /// <summary>What a number counts, or makes a time of.</summary>
    private static readonly WordTable<bool> Counted = WordTable<bool>.Of(
        (true, "day week month year hour minute night people person am pm a p past uhr percent of stück tage wochen minuten stunden euro pound dollar oclock"));

    public static bool MayStart(TokenText text, int i) =>
        SpokenNumbers.Begins(text.Span(i)) || text.IsWord(i, "a") || text.IsWord(i, "half");

    /// <summary>Reads the lower end of a range, whose money is told with its upper end: <c>twenty to thirty pounds</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="home">The workspace's currency.</param>
    /// <param name="value">How much.</param>
    /// <param name="currency">Of what.</param>
    /// <param name="next">The token after the lower end.</param>
    /// <returns>Whether there is one; where the upper end is counted in larger numbers, as in two or three hundred, there is none.</returns>
    public static bool TryLower(TokenText text, int i, string home, out decimal value, out string currency, out int next)
    {
        currency = string.Empty;
        return SpokenNumbers.TryRead(text, i, out value, out next) && (text.IsWord(next, "to") || text.IsWord(next, "or") || text.IsWord(next, "and"))
            && TryRead(text, next + 1, home, out var upper, out currency, out _) && upper > value && (value >= 100 || upper < 100);
    }

    /// <summary>Reads an amount whose number stands in words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="home">The workspace's currency: what a grand is counted in.</param>
    /// <param name="value">How much.</param>
    /// <param name="currency">Of what.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(TokenText text, int i, string home, out decimal value, out string currency, out int next)
    {
        currency = string.Empty;
        if (!TryNumber(text, i, out value, out next))
        {
            return false;
        }

        if (text.IsWord(next, "k"))
        {
            (value, next) = (value * 1000, next + 1);
        }

        if (text.IsWord(next, "grand"))
        {
            (value, currency, next) = (value * 1000, home, next + 1);
            return !CurrencyWords.TryRead(text, next, home, out var said, out var end) || Take(said, end, ref currency, ref next);
        }

        if (Notes.TryGet(text.Span(next), out var note) && value is > 0 and < 100)
        {
            (value, currency, next) = (value * note, "GBP", next + 1);
            return true;
        }

        // "a pound" may be a weight and "one euro" seldom is a price; both are said plainly enough to count.
        if (CurrencyWords.TryRead(text, next, home, out currency, out var after) && text.Is(next, TokenKind.Word))
        {
            next = after;
            value += Cents(text, currency, value, ref next);
            return true;
        }

        return TryCoins(text, home, ref value, ref currency, ref next);
    }

    /// <summary>Reads the coins after an amount: <c>five pounds and 20 pence</c>.</summary>
    public static decimal Cents(TokenText text, string currency, decimal whole, ref int next)
    {
        var number = next + (text.IsWord(next, "and") || text.IsWord(next, "und") ? 1 : 0);
        var end = number + 1;
        var counted = text.TryNumber(number, out var cents) || SpokenNumbers.TryShort(text, number, out cents, out end);
        if (!counted || cents > 99)
        {
            return 0;
        }

        if (Coins.TryGet(text.Span(end), out var coin) && !IsAfternoon(text, end))
        {
            next = coin.Length == 0 || coin == currency ? end + 1 : next;
            return next > end ? cents / 100m : 0;
        }

        var name = text.Is(next - 1, TokenKind.Word) && text[next - 1].Length > 3 && !text.IsUpper(next - 1);
        if (!name || number > next || cents < 10 || whole != decimal.Truncate(whole) || currency is "JPY" or "KRW" || !IsLast(text, end))
        {
            return 0;
        }

        next = end;
        return cents / 100m;
    }

    /// <summary>Whether a number after the money can only be its cents: what it counts, a time or a day would follow it.</summary>
    private static bool IsLast(TokenText text, int end) => text[end].Kind switch
    {
        TokenKind.Line => true,
        TokenKind.Sign => text.Source[text[end].Start] is '.' or ',' or '?' or '!' or ';' or ')' && !(text.Is(end + 1, TokenKind.Number) && text.IsGlued(end + 1)),
        TokenKind.Word => !text.IsGlued(end) && !text.Span(end).EndsWith("s", StringComparison.OrdinalIgnoreCase) && !Counted.Contains(text.Span(end))
            && !DateWords.Months.Contains(text.Span(end)) && !Coins.Contains(text.Span(end)) && !Is(text, end, "to") && !Is(text, end, "or") && !Is(text, end, "and"),
        _ => false,
    };

    private static bool Is(TokenText text, int i, string link) =>
        text.IsWord(i, link) && (text.Is(i + 1, TokenKind.Number) || SpokenNumbers.Begins(text.Span(i + 1)));

    private static bool IsAfternoon(TokenText text, int i) =>
        text.IsWord(i, "p") && (text.IsWord(i + 1, "m") || (text.IsSign(i + 1, '.') && text.IsWord(i + 2, "m")));

    private static bool Take(string said, int end, ref string currency, ref int next)
    {
        (currency, next) = (said, end);
        return true;
    }

    private static bool TryNumber(TokenText text, int i, out decimal value, out int next)
    {
        if (TryHalves(text, i, out value, out next) || SpokenNumbers.TryRead(text, i, out value, out next))
        {
            return true;
        }

        var half = text.IsWord(i, "half") && text.IsWord(i + 1, "a") && text.IsWord(i + 2, "grand");
        (value, next) = half ? (0.5m, i + 2) : (1m, i + 1);
        if (half || text.IsWord(i, "a"))
        {
            return true;
        }

        value = text.TryNumber(i, out var digits) ? digits : 0;
        return digits > 0 && (text.IsWord(next, "grand") || (Notes.Contains(text.Span(next)))
            || (text.IsWord(next, "k") && CurrencyWords.TryRead(text, next + 1, string.Empty, out _, out _)) || (digits < 100 && Coins.Contains(text.Span(next))));
    }

    /// <summary><c>two and a half grand</c>: the larger number it is a part of follows.</summary>
    private static bool TryHalves(TokenText text, int i, out decimal value, out int next)
    {
        var counted = text.TryNumber(i, out var whole);
        next = i + 1;
        counted |= SpokenNumbers.TryShort(text, i, out var spoken, out var end);
        (value, next) = text.Is(i, TokenKind.Number) ? (whole + 0.5m, next) : (spoken + 0.5m, end);
        var half = text.IsWord(next, "and") && text.IsWord(next + 1, "a") && text.IsWord(next + 2, "half") && text.IsWord(next + 3, "grand");
        next += half ? 3 : 0;
        return counted && half;
    }

    /// <summary>Coins alone: pence are British, and cents those of the workspace where it has some.</summary>
    private static bool TryCoins(TokenText text, string home, ref decimal value, ref string currency, ref int next)
    {
        if (!Coins.TryGet(text.Span(next), out var coin) || value is <= 0 or > 99 || IsAfternoon(text, next) || (text.IsWord(next, "p") && text.IsSign(next + 1, '.')))
        {
            return false;
        }

        (value, currency, next) = (value / 100, coin.Length > 0 ? coin : home, next + 1);
        return coin.Length > 0 || home is "EUR" or "USD" or "CAD" or "AUD" or "NZD";
    }
}

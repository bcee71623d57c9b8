using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>Reads amounts as they are spoken: <c>two hundred and fifty quid</c>, <c>a grand</c>, <c>a tenner</c>, <c>half a million euros</c>.</summary>
internal static class SpokenAmounts
{
    private static readonly WordTable<int> Notes = WordTable<int>.Of((5, "fiver"), (10, "tenner"));

    private static readonly WordTable<string> Coins = WordTable<string>.Of(("GBP", "pence penny"), ("", "cents cent"));

    public static bool MayStart(TokenText text, int i) =>
        SpokenNumbers.Begins(text.Span(i)) || text.IsWord(i, "a") || text.IsWord(i, "half");

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

        if (text.IsWord(next, "grand"))
        {
            (value, currency, next) = (value * 1000, home, next + 1);
            return !CurrencyWords.TryRead(text, next, home, out var said, out var end) || Take(said, end, ref currency, ref next);
        }

        if (Notes.TryGet(text.Span(next), out var note) && value == 1)
        {
            (value, currency, next) = (note, "GBP", next + 1);
            return true;
        }

        // "a pound" may be a weight and "one euro" seldom is a price; both are said plainly enough to count.
        if (CurrencyWords.TryRead(text, next, home, out currency, out var after) && text.Is(next, TokenKind.Word))
        {
            next = after;
            value += Cents(text, currency, ref next);
            return true;
        }

        return TryCoins(text, home, ref value, ref currency, ref next);
    }

    /// <summary>Reads the coins after an amount: <c>five pounds and 20 pence</c>.</summary>
    public static decimal Cents(TokenText text, string currency, ref int next)
    {
        var number = next + (text.IsWord(next, "and") || text.IsWord(next, "und") ? 1 : 0);
        var end = number + 1;
        var counted = text.TryNumber(number, out var cents) || SpokenNumbers.TryShort(text, number, out cents, out end);
        if (!counted || cents > 99 || !Coins.TryGet(text.Span(end), out var coin) || (coin.Length > 0 && coin != currency))
        {
            return 0;
        }

        next = end + 1;
        return cents / 100m;
    }

    private static bool Take(string said, int end, ref string currency, ref int next)
    {
        (currency, next) = (said, end);
        return true;
    }

    private static bool TryNumber(TokenText text, int i, out decimal value, out int next)
    {
        if (SpokenNumbers.TryRead(text, i, out value, out next))
        {
            return true;
        }

        var half = text.IsWord(i, "half") && text.IsWord(i + 1, "a") && text.IsWord(i + 2, "million");
        (value, next) = half ? (500_000m, i + 3) : (1m, i + 1);
        if (half || text.IsWord(i, "a"))
        {
            return true;
        }

        value = text.TryNumber(i, out var digits) ? digits : 0;
        return digits > 0 && (text.IsWord(next, "grand") || (digits < 100 && Coins.Contains(text.Span(next))));
    }

    /// <summary>Coins alone: pence are British, and cents those of the workspace where it has some.</summary>
    private static bool TryCoins(TokenText text, string home, ref decimal value, ref string currency, ref int next)
    {
        if (!Coins.TryGet(text.Span(next), out var coin) || value is <= 0 or > 99)
        {
            return false;
        }

        (value, currency, next) = (value / 100, coin.Length > 0 ? coin : home, next + 1);
        return coin.Length > 0 || home is "EUR" or "USD" or "CAD" or "AUD" or "NZD";
    }
}

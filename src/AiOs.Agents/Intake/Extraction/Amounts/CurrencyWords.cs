using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Amounts;

/// <summary>The signs, codes and words that say which money is meant.</summary>
internal static class CurrencyWords
{
    public static WordTable<decimal> Magnitudes { get; } = WordTable<decimal>.Of(
        (100m, "hundred hundert"),
        (1_000m, "k thousand tsd tausend mille mil"),
        (1_000_000m, "m mio mn million millions millionen"));

    private static readonly WordTable<string> Names = WordTable<string>.Of(
        ("EUR", "euro euros"),
        ("GBP", "quid sterling"),
        ("CHF", "franken sfr francs"),
        ("JPY", "yen"),
        ("INR", "rupees"),
        ("PLN", "zloty złoty zł"));

    private static readonly WordTable<string> Codes = WordTable<string>.Of(
        "EUR USD GBP CHF JPY AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN INR CNY SGD HKD KRW THB ZAR BRL MXN TRY ILS AED SAR KWD BHD TND"
            .Split(' ').Select(code => (code, code)));

    /// <summary>Whose money it is, before the name of money that more than one country has.</summary>
    private static readonly WordTable<string> Owners = WordTable<string>.Of(
        ("USD", "us american"), ("AUD", "australian"), ("CAD", "canadian"), ("NZD", "zealand"), ("HKD", "kong"), ("SGD", "singapore"), ("CHF", "swiss"), ("GBP", "british"));

    private static readonly WordTable<string> Dollars = WordTable<string>.Of(
        ("USD", "us"), ("AUD", "a au"), ("CAD", "c ca"), ("NZD", "nz"), ("HKD", "hk"), ("SGD", "s"));

    /// <summary>Reads a sign, code or word of money.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="home">The workspace's currency: what <c>$</c> or <c>pounds</c> mean where the workspace has such money.</param>
    /// <param name="currency">Three letters.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(TokenText text, int i, string home, out string currency, out int next)
    {
        next = i + 1;
        currency = string.Empty;
        if (text.Is(i, TokenKind.Sign))
        {
            currency = OfSign(text.Source[text[i].Start], home);
            return currency.Length > 0;
        }

        if (!text.Is(i, TokenKind.Word))
        {
            return false;
        }

        var word = text.Span(i);
        if (text.IsSign(i + 1, '$') && text.IsGlued(i + 1) && Dollars.TryGet(word, out var dollar))
        {
            (currency, next) = (dollar, i + 2);
            return true;
        }

        if (Owners.TryGet(word, out var owner) && OfWord(text.Span(i + 1), upper: false, owner) == owner)
        {
            (currency, next) = (owner, i + 2);
            return true;
        }

        currency = OfWord(word, text.IsUpper(i), home);
        if (word.Equals("Fr", StringComparison.Ordinal) && text.IsSign(next, '.') && text.IsGlued(next))
        {
            (currency, next) = ("CHF", next + 1);
        }

        return currency.Length > 0;
    }

    private static string OfSign(char sign, string home) => sign switch
    {
        '€' => "EUR",
        '£' => "GBP",
        '¥' => home == "CNY" ? home : "JPY",
        '₹' => "INR",
        '$' => Dollar(home),
        _ => string.Empty,
    };

    private static string OfWord(ReadOnlySpan<char> word, bool upper, string home)
    {
        if (Codes.TryGet(word, out var code) && (upper || code is "EUR" or "USD" or "GBP" or "CHF"))
        {
            return code;
        }

        if (Names.TryGet(word, out var name))
        {
            return name;
        }

        return word switch
        {
            _ when word.Equals("dollars", StringComparison.OrdinalIgnoreCase) => Dollar(home),
            _ when word.Equals("dollar", StringComparison.OrdinalIgnoreCase) => Dollar(home),
            _ when word.Equals("bucks", StringComparison.OrdinalIgnoreCase) => Dollar(home),
            _ when word.Equals("buck", StringComparison.OrdinalIgnoreCase) => Dollar(home),
            _ when word.Equals("pounds", StringComparison.OrdinalIgnoreCase) => "GBP",
            _ when word.Equals("pound", StringComparison.OrdinalIgnoreCase) => "GBP",
            _ => string.Empty,
        };
    }

    private static string Dollar(string home) => home is "USD" or "AUD" or "CAD" or "NZD" or "HKD" or "SGD" ? home : "USD";
}

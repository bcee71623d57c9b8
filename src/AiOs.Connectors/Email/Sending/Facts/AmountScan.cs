using System.Text.RegularExpressions;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;

namespace AiOs.Connectors.Email.Sending.Facts;

/// <summary>
/// Finds amounts of money: a number beside a sign, code or word of a currency, or a number with its cents after a word such as total.
/// The latter has no currency of its own and is given <c>XXX</c>, the code of ISO 4217 for none.
/// </summary>
internal static class AmountScan
{
    private const string NoCurrency = "XXX";

    private const string Codes =
        "EUR|USD|GBP|CHF|JPY|AUD|CAD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|INR|CNY|SGD|HKD|KRW|THB|ZAR|BRL|MXN|TRY|ILS|AED|SAR|KWD|BHD|TND";

    private const string Currency =
        @"(?:US|A|AU|C|CA|NZ|HK|S)?\$|€|£|¥|₹|\b(?i:" + Codes + @"|euros?|quid|sterling|pounds?|franken|sfr|francs?|yen|rupees?|z[lł]oty|dollars?|bucks|cents?)\b|zł|Fr\.";

    private const string Number = @"[0-9]{1,3}(?:[ .,'][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]{1,13}(?:[.,][0-9]{1,2})?";

    private const string Magnitude = @"(?i:k|tsd|thousand|tausend|mio|mn|m|millions?|millionen)\b\.?";

    private const string Gap = @"[ \t]{0,2}";

    private static readonly Regex Amounts = new(
        $@"(?<before>{Currency}){Gap}(?<minus>-?){Gap}(?<number>{Number})(?:[.,]-{{1,2}})?{Gap}(?<size>{Magnitude})?"
        + $@"|(?<minus>-?)(?<number>{Number})(?:[.,]-{{1,2}})?{Gap}(?<size>{Magnitude})?{Gap}(?<after>{Currency})"
        + $@"|(?i:\b(?:total|amount|sum|budget|price|fee|balance|betrag|summe|gesamt|gesamtbetrag|rechnungsbetrag|preis|honorar|montant|importe)\b)[ \t:=a-z]{{0,12}}?(?<minus>-?)(?<number>[0-9][0-9.,' ]{{0,16}}[.,][0-9]{{2}})\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static IEnumerable<FoundValue> Find(string text)
    {
        foreach (Match match in Amounts.Matches(text))
        {
            var word = match.Groups["before"] is { Success: true } before ? before.Value : match.Groups["after"].Value;
            if (Read(match.Groups["number"].Value) is not { } value) continue;
            var (currency, share) = CurrencyOf(word);
            value *= SizeOf(match.Groups["size"].Value) * share;
            var minor = value * Money.Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
            if (minor > long.MaxValue) continue;
            var money = new Money((long)minor * (match.Groups["minus"].Length > 0 ? -1 : 1), currency);
            yield return new FoundValue(match.Index, SensitiveKind.Amount, money.ToString());
        }
    }

    /// <summary>One or two digits after the last point or comma are decimals, three are thousands.</summary>
    private static decimal? Read(string number)
    {
        var mark = number.LastIndexOfAny(['.', ',']);
        var decimals = mark >= 0 && number.Length - mark - 1 is 1 or 2 ? number.Length - mark - 1 : 0;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (digits.Length is 0 or > 15) return null;
        return long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) / (decimals switch { 1 => 10m, 2 => 100m, _ => 1m });
    }

    private static decimal SizeOf(string word) => word.TrimEnd('.').ToUpperInvariant() switch
    {
        "" => 1m,
        "K" or "TSD" or "THOUSAND" or "TAUSEND" => 1_000m,
        _ => 1_000_000m,
    };

    private static (string Code, decimal Share) CurrencyOf(string word) => word.ToUpperInvariant() switch
    {
        "" => (NoCurrency, 1m),
        "€" or "EURO" or "EUROS" => ("EUR", 1m),
        "CENT" or "CENTS" => (NoCurrency, 0.01m),
        "£" or "QUID" or "STERLING" or "POUND" or "POUNDS" => ("GBP", 1m),
        "FRANKEN" or "SFR" or "FRANC" or "FRANCS" or "FR." => ("CHF", 1m),
        "¥" or "YEN" => ("JPY", 1m),
        "₹" or "RUPEE" or "RUPEES" => ("INR", 1m),
        "ZLOTY" or "ZŁOTY" or "ZŁ" => ("PLN", 1m),
        "A$" or "AU$" => ("AUD", 1m),
        "C$" or "CA$" => ("CAD", 1m),
        "NZ$" => ("NZD", 1m),
        "HK$" => ("HKD", 1m),
        "S$" => ("SGD", 1m),
        "$" or "US$" or "DOLLAR" or "DOLLARS" or "BUCKS" => ("USD", 1m),
        var code => (code, 1m),
    };
}

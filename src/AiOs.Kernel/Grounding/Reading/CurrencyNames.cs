using System.Collections.Frozen;
using System.Globalization;

namespace AiOs.Kernel.Grounding.Reading;

/// <summary>How people write currencies. A sign that several share, other than the dollar's and the pound's, names none.</summary>
internal static class CurrencyNames
{
    /// <summary>A currency is named, but nobody can tell which: it agrees with none.</summary>
    public const string Unclear = "??";

    private static readonly FrozenSet<string> Codes = (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK "
        + "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
        + "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB "
        + "PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS "
        + "UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["eur"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["usd"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["gbp"] = "GBP",
        ["pound"] = "GBP",
        ["pounds"] = "GBP",
        ["pfund"] = "GBP",
        ["chf"] = "CHF",
        ["sfr"] = "CHF",
        ["franken"] = "CHF",
        ["yen"] = "JPY",
        ["zloty"] = "PLN",
        ["złoty"] = "PLN",
        ["zł"] = "PLN",
        ["kč"] = "CZK",
        ["kr"] = Unclear,
        ["kronen"] = Unclear,
        ["krone"] = Unclear,
        ["kronor"] = Unclear,
        ["francs"] = Unclear,
        ["fr"] = Unclear,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The currency that letters name, or nothing. Only capitals are a code: "all" and "try" are words.</summary>
    public static string? OfWord(ReadOnlySpan<char> word)
    {
        var text = word.Length <= 8 ? word.ToString() : string.Empty;
        return Codes.Contains(text) ? text : Names.GetValueOrDefault(text);
    }

    public static string? OfSign(char sign) => sign switch
    {
        '€' => "EUR",
        '$' => "USD",
        '£' => "GBP",
        '₹' => "INR",
        '\0' => null,
        _ when char.GetUnicodeCategory(sign) is UnicodeCategory.CurrencySymbol => Unclear,
        _ => null,
    };

    /// <summary>Three capitals behind a number that are no currency we know still name something else than money we know.</summary>
    public static bool LooksLikeCode(ReadOnlySpan<char> word) => word.Length == 3 && word.IndexOfAnyExceptInRange('A', 'Z') < 0;
}

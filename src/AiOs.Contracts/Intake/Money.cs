using System.Globalization;

namespace AiOs.Contracts.Intake;

/// <summary>An amount of money.</summary>
/// <param name="Minor">In the currency's minor unit (ISO 4217): cents for EUR, whole yen for JPY. May be negative.</param>
/// <param name="Currency">Three capital letters of ISO 4217.</param>
public sealed record Money(long Minor, string Currency)
{
    /// <summary>How many decimals a currency has in ISO 4217.</summary>
    /// <param name="currency">Three capital letters.</param>
    /// <returns>0, 2 or 3.</returns>
    public static int Decimals(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>The amount with its decimals and its currency: <c>1200.50 EUR</c>.</summary>
    /// <returns>Text that does not depend on the machine's language.</returns>
    public override string ToString()
    {
        var decimals = Decimals(Currency);
        var scale = decimals switch { 0 => 1m, 3 => 1000m, _ => 100m };
        return string.Create(CultureInfo.InvariantCulture, $"{(Minor / scale).ToString("F" + decimals, CultureInfo.InvariantCulture)} {Currency}");
    }
}

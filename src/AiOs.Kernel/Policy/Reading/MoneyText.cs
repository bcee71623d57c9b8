using System.Globalization;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>Amounts as people write them: <c>200</c>, <c>200.00</c>, <c>200.00 EUR</c>. Exact to the minor unit.</summary>
internal static class MoneyText
{
    private const int MostDigits = 12;

    public static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);

    /// <summary>The amount, or nothing and one sentence of what is wrong.</summary>
    public static (Money? Amount, string Fault) Parse(string text, string currency)
    {
        var parts = text.Split(' ', 2);
        var given = parts.Length == 2 ? parts[1].Trim() : currency;
        if (!IsCurrency(given))
        {
            return (null, $"'{Values.Shown(given)}' is no currency; write three capital letters, as in '200.00 EUR'.");
        }

        var number = parts[0].Split('.');
        if (number.Length > 2 || number.Any(part => part.Length == 0 || !part.All(char.IsAsciiDigit)))
        {
            return (null, $"'{Values.Shown(text)}' is no amount; write digits with a point for decimals and no other sign, as in '200.00 EUR'.");
        }

        var decimals = Money.Decimals(given);
        var fraction = number.Length == 2 ? number[1] : string.Empty;
        if (fraction.Length > decimals)
        {
            return (null, $"'{Values.Shown(text)}' has more decimals than {given} knows; write {decimals} at most.");
        }

        var whole = number[0].TrimStart('0');
        return whole.Length > MostDigits
            ? (null, $"'{Values.Shown(text)}' is too large; write {MostDigits} digits at most.")
            : (new Money(long.Parse("0" + whole + fraction.PadRight(decimals, '0'), CultureInfo.InvariantCulture), given), string.Empty);
    }
}

using System.Globalization;

namespace AiOs.Contracts.Intake;

/// <summary>
/// An amount of money that is finer than the minor unit: a call of a model costs fractions of a cent, and what is rounded call by call does not add up.
/// Sums are kept in this form and rounded once, where they are shown.
/// </summary>
/// <param name="Billionths">In billionths of the currency's minor unit; 0 or more.</param>
/// <param name="Currency">Three capital letters of ISO 4217.</param>
public readonly record struct ExactMoney(long Billionths, string Currency)
{
    /// <summary>How many billionths make one minor unit.</summary>
    public const long PerMinor = 1_000_000_000;

    /// <summary>The amount in minor units. A fraction of one counts as one, so that nothing is ever shown smaller than it is.</summary>
    public Money RoundedUp => new((Billionths / PerMinor) + (Billionths % PerMinor > 0 ? 1 : 0), Currency);

    /// <summary>An amount of whole minor units.</summary>
    /// <param name="money">The amount; below 0 is 0, and what is too large for this form is the largest that it has.</param>
    /// <returns>The same in this form.</returns>
    public static ExactMoney Of(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return new((long)Int128.Clamp((Int128)money.Minor * PerMinor, 0, long.MaxValue), money.Currency);
    }

    /// <summary>The price of a million things is the price of one in millionths; the cost of several, exactly.</summary>
    /// <param name="perMillion">What a million cost, in the currency's own unit such as euros; 0 or more.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <param name="currency">Three capital letters of ISO 4217.</param>
    /// <returns>The cost. A fraction of a billionth, which only a price of very many decimals gives, counts as one.</returns>
    public static ExactMoney Of(decimal perMillion, long count, string currency)
    {
        var scale = Money.Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
        var each = perMillion * scale * (PerMinor / 1_000_000);
        return new(count > 0 && each > long.MaxValue / (decimal)count ? long.MaxValue : (long)decimal.Ceiling(each * count), currency);
    }

    /// <summary>With every decimal that is not 0: <c>0.0000825 EUR</c>.</summary>
    /// <returns>Text that does not depend on the machine's language.</returns>
    public override string ToString()
    {
        var scale = Money.Decimals(Currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
        return string.Create(CultureInfo.InvariantCulture, $"{(Billionths / (scale * PerMinor)).ToString("0.##############", CultureInfo.InvariantCulture)} {Currency}");
    }
}

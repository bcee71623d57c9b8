using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Autonomy;

/// <summary>From which amount to which an effect spends, in whole units of its currency. The upper end belongs to it, the lower one does not.</summary>
/// <param name="Above">The lower end.</param>
/// <param name="UpTo">The upper end; 0 where nothing is spent.</param>
/// <param name="Currency">Three capital letters; empty where nothing is spent.</param>
internal sealed record AmountBand(int Above, int UpTo, string Currency)
{
    private const int CurrencyLetters = 3;

    private static readonly int[] Ends = [0, 50, 200, 1000];

    public static AmountBand None { get; } = new(0, 0, string.Empty);

    /// <summary>The band of an amount; nothing where the amount is too large for any, or cannot be one.</summary>
    public static AmountBand? Of(Money? cost)
    {
        if (cost is null or { Minor: 0 })
        {
            return None;
        }

        return cost.Minor > 0 && IsCurrency(cost.Currency) ? All(cost.Currency).FirstOrDefault(band => band.Contains(cost)) : null;
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static AmountBand? Parse(string text)
    {
        var currency = text.Length > CurrencyLetters ? text[^CurrencyLetters..].ToUpperInvariant() : string.Empty;
        var bands = IsCurrency(currency) ? All(currency).Prepend(None) : [None];
        return bands.FirstOrDefault(band => band.ToString() == text);
    }

    public bool Contains(Money? cost) => UpTo == 0
        ? cost is null or { Minor: 0 }
        : cost is not null && cost.Currency == Currency && cost.Minor > Scaled(Above) && cost.Minor <= Scaled(UpTo);

    /// <summary>Whether some amount of the band is at or under a ceiling.</summary>
    public bool Reaches(Money ceiling) => UpTo == 0 || (ceiling.Currency == Currency && ceiling.Minor > Scaled(Above));

    public override string ToString() => UpTo == 0 ? "none" : FormattableString.Invariant($"{Above}-{UpTo}-{Currency.ToLowerInvariant()}");

    private long Scaled(int units) => units * Money.Decimals(Currency) switch { 0 => 1L, 3 => 1000L, _ => 100L };

    private static IEnumerable<AmountBand> All(string currency) => Ends.Zip(Ends.Skip(1), (above, upTo) => new AmountBand(above, upTo, currency));

    private static bool IsCurrency(string text) => text.Length == CurrencyLetters && text.All(char.IsAsciiLetterUpper);
}

using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>Sums as amounts that can be shown.</summary>
internal static class Amounts
{
    /// <summary>A sum beyond the largest amount is shown as the largest.</summary>
    public static Money Of(Int128 minor, string currency) => new((long)Int128.Clamp(minor, long.MinValue, long.MaxValue), currency);

    /// <summary>Whole minor units in billionths of one, in which model money is counted.</summary>
    public static Int128 Fine(Int128 minor) => minor * ExactMoney.PerMinor;

    /// <summary>A sum in billionths as it is shown. A fraction of a minor unit counts as one, so that no sum is shown smaller than it is.</summary>
    public static Money OfFine(Int128 billionths, string currency) =>
        Of((billionths / ExactMoney.PerMinor) + (billionths % ExactMoney.PerMinor > 0 ? 1 : 0), currency);
}

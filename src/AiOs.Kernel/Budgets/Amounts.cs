using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>Sums as amounts that can be shown.</summary>
internal static class Amounts
{
    /// <summary>A sum beyond the largest amount is shown as the largest.</summary>
    public static Money Of(Int128 minor, string currency) => new((long)Int128.Clamp(minor, long.MinValue, long.MaxValue), currency);
}

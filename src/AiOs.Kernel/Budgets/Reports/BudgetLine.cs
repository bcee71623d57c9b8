using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets.Reports;

/// <summary>Money of one day or month and purpose.</summary>
/// <param name="Period">Whether it is a day or a month.</param>
/// <param name="From">Its first day.</param>
/// <param name="Of">The category, or the agent where it is model money; nothing where it has none.</param>
/// <param name="Spent">What was spent.</param>
/// <param name="Reserved">What is set aside.</param>
internal sealed record BudgetLine(CapPeriod Period, DateOnly From, string? Of, Money Spent, Money Reserved)
{
    /// <summary>One line per period, purpose and currency, in that order, of entries in minor units.</summary>
    public static IReadOnlyList<BudgetLine> Per(CapPeriod period, IEnumerable<TallyEntry> entries) => Per(period, entries, Amounts.Of);

    /// <summary>The same of entries in billionths of the minor unit: each line is added up exactly and rounded up once.</summary>
    public static IReadOnlyList<BudgetLine> PerFine(CapPeriod period, IEnumerable<TallyEntry> entries) => Per(period, entries, Amounts.OfFine);

    private static IReadOnlyList<BudgetLine> Per(CapPeriod period, IEnumerable<TallyEntry> entries, Func<Int128, string, Money> shown) =>
        [.. entries
            .GroupBy(entry => (From: period is CapPeriod.Day ? entry.Day : entry.Day.FirstOfMonth(), entry.Of, entry.Currency))
            .OrderBy(group => group.Key.From)
            .ThenBy(group => group.Key.Of, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new BudgetLine(period, group.Key.From, group.Key.Of, Sum(group, entry => entry.Spent, shown), Sum(group, entry => entry.Reserved, shown)))];

    private static Money Sum(IEnumerable<TallyEntry> entries, Func<TallyEntry, Int128> part, Func<Int128, string, Money> shown)
    {
        var sum = Int128.Zero;
        var currency = string.Empty;
        foreach (var entry in entries)
        {
            sum += part(entry);
            currency = entry.Currency;
        }

        return shown(sum, currency);
    }
}

using AiOs.Contracts.Charts;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Digests.Words;

/// <summary>The money of the last seven days, from the books that caps are held against: each amount on the day on which it was set aside.</summary>
internal static class MoneyChart
{
    private const int Days = 7;

    /// <summary>The figures.</summary>
    /// <param name="budget">The books.</param>
    /// <param name="today">The last day.</param>
    /// <param name="currency">The workspace's; what is in another one is told in words alone.</param>
    /// <returns>Nothing where today has no money at all.</returns>
    public static ChartData? Of(BudgetLedger budget, DateOnly today, string currency)
    {
        DateOnly[] days = [.. Enumerable.Range(1 - Days, Days).Select(today.AddDays)];
        ChartSeries[] series =
        [
            Of("Money out", budget.Business.Spent.Entries(), days, currency, Amounts.Of),
            Of("Models", budget.Model.SpentEntries(), days, currency, Amounts.OfFine),
        ];
        return series.Any(static one => one.Minor[^1] > 0) ? new ChartData(days, series) : null;
    }

    private static ChartSeries Of(string name, IEnumerable<TallyEntry> entries, DateOnly[] days, string currency, Func<Int128, string, Money> shown) => new(
        name,
        currency,
        [.. days.Select(day => shown(Sum(entries.Where(entry => entry.Day == day && entry.Currency == currency)), currency).Minor)]);

    private static Int128 Sum(IEnumerable<TallyEntry> entries) => entries.Aggregate(Int128.Zero, static (sum, entry) => sum + entry.Spent);
}

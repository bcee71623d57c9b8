using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Charts;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Standing;

namespace AiOs.Kernel.Digests.Words;

/// <summary>Money in words: the same figures as in the picture, and those that it has no room for.</summary>
internal static class MoneyWords
{
    public static IEnumerable<Fact> Of(DigestTally tally, DigestStanding standing)
    {
        if (tally.InvoicesPaid != 0 || tally.In.Count > 0)
        {
            yield return new Fact("in", $"{Sum(tally.In)} ({Counted.Of(tally.InvoicesPaid, "invoice", "invoices")} marked as paid)");
        }

        if (tally.Out.Count > 0)
        {
            yield return new Fact("out", Sum(tally.Out));
        }

        if (tally.BillsPaid != 0 || tally.Bills.Count > 0)
        {
            yield return new Fact("bills", $"{Sum(tally.Bills)} ({Counted.Of(tally.BillsPaid, "bill", "bills")} marked as paid)");
        }

        if (tally.WithoutAmount != 0)
        {
            yield return new Fact("without an amount", Counted.Number(tally.WithoutAmount));
        }

        if (tally.Models.Any(static one => one.Cost.Minor > 0))
        {
            yield return new Fact("models", $"{Sum(Together(tally.Models))} ({string.Join(", ", tally.Models.GroupBy(static one => one.Agent).Select(static one => $"{one.Key} {Sum(Together(one))}"))})");
        }

        if (standing.UntoldCalls > 0)
        {
            yield return new Fact("models, not told", $"{Counted.Of(standing.UntoldCalls, "call", "calls")} without an end; counted as {Sum(standing.UntoldCost)}");
        }
    }

    /// <summary>What the picture shows.</summary>
    public static string Of(ChartData data) => string.Join(". ", data.Series.Where(static one => one.Minor.Any(static minor => minor > 0)).Select(one =>
        $"{one.Name}: {string.Join(", ", one.Minor.Select((minor, at) => (minor, at)).Where(static day => day.minor > 0).Select(day => $"{data.Days[day.at].ToString("ddd", CultureInfo.InvariantCulture)} {new Money(day.minor, one.Currency)}"))}"));

    /// <summary>Added up exactly and rounded up once, so the parts may come to a minor unit more than the whole.</summary>
    private static IReadOnlyList<Money> Together(IEnumerable<ModelCost> costs) =>
        [.. costs.GroupBy(static one => one.Currency).OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => Amounts.OfFine(one.Aggregate(Int128.Zero, static (sum, cost) => sum + cost.Billionths), one.Key))];

    private static string Sum(IReadOnlyList<Money> money) => money.Count == 0 ? "nothing" : string.Join(" + ", money);
}

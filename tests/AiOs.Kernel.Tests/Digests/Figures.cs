using AiOs.Kernel.Digests.Counting;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>A digest's tally under the names of <see cref="NaiveTally"/>.</summary>
internal static class Figures
{
    public static SortedDictionary<string, long> Of(DigestTally tally)
    {
        var figures = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["approved"] = tally.Approved,
            ["rejected"] = tally.Rejected,
            ["expired"] = tally.Expired,
            ["came in"] = tally.CameIn,
            ["invoices"] = tally.InvoicesPaid,
            ["bills"] = tally.BillsPaid,
            ["calls"] = tally.Models.Sum(static one => one.Calls),
        };
        foreach (var one in tally.Done)
        {
            Add(figures, $"done {one.Kind} {(one.Asked ? "asked" : "unasked")}", 1);
        }

        tally.Failures.ToList().ForEach(one => Add(figures, "failed " + one.Cause, one.Count));
        tally.Out.ToList().ForEach(one => Add(figures, "out " + one.Currency, one.Minor));
        tally.In.ToList().ForEach(one => Add(figures, "in " + one.Currency, one.Minor));
        tally.Bills.ToList().ForEach(one => Add(figures, "paid " + one.Currency, one.Minor));
        tally.Models.ToList().ForEach(one => Add(figures, "models " + one.Currency, (long)one.Billionths));
        return new SortedDictionary<string, long>(figures.Where(static one => one.Value != 0).ToDictionary(), StringComparer.Ordinal);
    }

    private static void Add(SortedDictionary<string, long> figures, string name, long more) => figures[name] = figures.GetValueOrDefault(name) + more;
}

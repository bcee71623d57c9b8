using System.Collections.Immutable;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>What was spent, per day, currency and purpose. Sums are wider than any amount, so they cannot wrap around.</summary>
internal sealed record Tally
{
    /// <summary>Per day: the currency, a blank and the purpose, with the sum in minor units.</summary>
    public ImmutableSortedDictionary<DateOnly, ImmutableSortedDictionary<string, Int128>> Days { get; init; } =
        ImmutableSortedDictionary<DateOnly, ImmutableSortedDictionary<string, Int128>>.Empty;

    public Tally Add(DateOnly day, string? of, Money amount)
    {
        var sums = Days.GetValueOrDefault(day) ?? ImmutableSortedDictionary<string, Int128>.Empty;
        var key = $"{amount.Currency} {of}";
        return this with { Days = Days.SetItem(day, sums.SetItem(key, sums.GetValueOrDefault(key) + amount.Minor)) };
    }

    /// <summary>What counts against a cap now.</summary>
    public Int128 Sum(CapLine cap, DateOnly today)
    {
        var sum = Int128.Zero;
        foreach (var entry in cap.Days(today).SelectMany(On).Where(entry => cap.Counts(entry.Day, entry.Of, entry.Currency, today)))
        {
            sum += entry.Spent;
        }

        return sum;
    }

    /// <summary>All that is kept.</summary>
    public IEnumerable<TallyEntry> Entries() => Days.Keys.SelectMany(On);

    /// <summary>The same without the days up to and with this one.</summary>
    public Tally After(DateOnly closed) => this with { Days = Days.RemoveRange(Days.Keys.Where(day => day <= closed)) };

    private IEnumerable<TallyEntry> On(DateOnly day) => Days.TryGetValue(day, out var sums)
        ? sums.Select(sum => Entry(day, sum.Key, sum.Value))
        : [];

    private static TallyEntry Entry(DateOnly day, string key, Int128 sum)
    {
        var blank = key.IndexOf(' ', StringComparison.Ordinal);
        var of = key[(blank + 1)..];
        return new TallyEntry(day, of.Length == 0 ? null : of, key[..blank], sum, 0);
    }
}

using System.Collections.Immutable;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>What was spent, per day, currency and purpose.</summary>
internal sealed record Tally
{
    /// <summary>Per day: the currency, a blank and the purpose, with the sum in minor units.</summary>
    public ImmutableSortedDictionary<DateOnly, ImmutableSortedDictionary<string, ExactSum>> Days { get; init; } =
        ImmutableSortedDictionary<DateOnly, ImmutableSortedDictionary<string, ExactSum>>.Empty;

    public Tally Add(DateOnly day, string? of, Money amount)
    {
        var sums = Days.GetValueOrDefault(day) ?? ImmutableSortedDictionary<string, ExactSum>.Empty;
        var key = $"{amount.Currency} {of}";
        return this with { Days = Days.SetItem(day, sums.SetItem(key, new ExactSum(sums.GetValueOrDefault(key).Minor + amount.Minor))) };
    }

    /// <summary>What counts against a cap now.</summary>
    public Int128 Sum(CapLine cap, DateOnly today)
    {
        var sum = Int128.Zero;
        foreach (var (day, sums) in Days)
        {
            if (cap.Spans(day, today))
            {
                sum += Sum(cap, sums);
            }
        }

        return sum;
    }

    /// <summary>All that is kept.</summary>
    public IEnumerable<TallyEntry> Entries() => Days.SelectMany(day => day.Value.Select(sum => Entry(day.Key, sum.Key, sum.Value.Minor)));

    /// <summary>The same without the days up to and with this one.</summary>
    public Tally After(DateOnly closed) => this with { Days = Days.RemoveRange(Days.Keys.Where(day => day <= closed)) };

    private static Int128 Sum(CapLine cap, ImmutableSortedDictionary<string, ExactSum> sums)
    {
        var sum = Int128.Zero;
        foreach (var (key, part) in sums)
        {
            sum += key.StartsWith(cap.Most.Currency + " ", StringComparison.Ordinal) && cap.Limits(key[(cap.Most.Currency.Length + 1)..]) ? part.Minor : 0;
        }

        return sum;
    }

    private static TallyEntry Entry(DateOnly day, string key, Int128 sum)
    {
        var blank = key.IndexOf(' ', StringComparison.Ordinal);
        var of = key[(blank + 1)..];
        return new TallyEntry(day, of.Length == 0 ? null : of, key[..blank], sum, 0);
    }
}

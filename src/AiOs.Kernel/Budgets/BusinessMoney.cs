using System.Collections.Immutable;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Budgets;

/// <summary>
/// What effects spend. Money is set aside with the request, and let go only when it is certain that nothing happened;
/// an effect that happened after all counts as spent, however late that is learned.
/// </summary>
internal sealed record BusinessMoney
{
    public Tally Spent { get; init; } = new();

    /// <summary>Per effect, the oldest first; at most one of them is open.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<Reservation>> Reservations { get; init; } =
        ImmutableSortedDictionary<string, ImmutableList<Reservation>>.Empty;

    public BusinessMoney Apply(JournalEvent happened, DateOnly day) => happened switch
    {
        EffectRequested { Cost.Minor: > 0 } requested => Request(requested, day),
        EffectSucceeded succeeded => Spend(succeeded.Effect, succeeded.Attempt),

        // A passing fault tells nothing of an earlier attempt on the same money, which may still have happened.
        EffectFailed failed => Release(failed.Effect, line => line.Last == failed.Attempt && (line.First == line.Last || !failed.MayRetry)),
        EffectPostponed postponed => Release(postponed.Effect, line => line.Last == postponed.Attempt && line.First == line.Last),
        EffectSettled { Settlement: Settlement.Happened } settled => Spend(settled.Effect, null),
        EffectSettled settled => Release(settled.Effect, _ => true),
        _ => this,
    };

    public bool Holds(EffectId effect) => Lines(effect).Any(line => line.Open);

    /// <summary>What counts against a cap now: spent and reserved.</summary>
    public Int128 Used(CapLine cap, DateOnly today)
    {
        var sum = Spent.Sum(cap, today);
        foreach (var line in Open.Where(line => cap.Counts(line.Day, line.Spend, line.Amount.Currency, today)))
        {
            sum += line.Amount.Minor;
        }

        return sum;
    }

    public IEnumerable<TallyEntry> Entries() =>
        Spent.Entries().Concat(Open.Select(line => new TallyEntry(line.Day, line.Spend, line.Amount.Currency, 0, line.Amount.Minor)));

    /// <summary>The same without what is over on the days up to and with this one.</summary>
    public BusinessMoney After(DateOnly closed)
    {
        var kept = Reservations;
        foreach (var (effect, lines) in Reservations)
        {
            kept = Put(kept, effect, lines.RemoveAll(line => !line.Open && line.Day <= closed));
        }

        return new BusinessMoney { Spent = Spent.After(closed), Reservations = kept };
    }

    private IEnumerable<Reservation> Open => Reservations.Values.SelectMany(lines => lines).Where(line => line.Open);

    private BusinessMoney Request(EffectRequested requested, DateOnly day)
    {
        var lines = Lines(requested.Effect);
        if (lines.Find(line => line.Open) is { } open)
        {
            return With(requested.Effect, lines.Replace(open, open with { Last = Math.Max(open.Last, requested.Attempt) }));
        }

        var line = new Reservation(requested.Attempt, requested.Attempt, requested.Cost!, requested.Spend, day, true);
        return With(requested.Effect, lines.RemoveAll(old => old.Covers(requested.Attempt)).Add(line));
    }

    /// <summary>Spends what was set aside for that attempt; where a newer attempt is under way, its money stays set aside.</summary>
    private BusinessMoney Spend(EffectId effect, int? attempt)
    {
        var lines = Lines(effect);
        var line = lines.FindLast(line => attempt is { } number && line.Covers(number)) ?? lines.Find(line => line.Open) ?? lines.LastOrDefault();
        return line is null
            ? this
            : With(effect, lines.Remove(line)) with { Spent = Spent.Add(line.Day, line.Spend, line.Amount) };
    }

    private BusinessMoney Release(EffectId effect, Predicate<Reservation> certain)
    {
        var lines = Lines(effect);
        var line = lines.Find(line => line.Open && certain(line));
        return line is null ? this : With(effect, lines.Replace(line, line with { Open = false }));
    }

    private ImmutableList<Reservation> Lines(EffectId effect) => Reservations.GetValueOrDefault(effect.ToString()) ?? [];

    private BusinessMoney With(EffectId effect, ImmutableList<Reservation> lines) =>
        this with { Reservations = Put(Reservations, effect.ToString(), lines) };

    private static ImmutableSortedDictionary<string, ImmutableList<Reservation>> Put(ImmutableSortedDictionary<string, ImmutableList<Reservation>> all, string effect, ImmutableList<Reservation> lines) =>
        lines.IsEmpty ? all.Remove(effect) : all.SetItem(effect, lines);
}

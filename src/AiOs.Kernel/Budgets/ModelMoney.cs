using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>
/// What calls of models cost, per agent. The most is set aside before a call, and what it really cost is counted after it. A call costs fractions of a
/// minor unit, so all sums are in billionths of one and are rounded only where they are shown.
/// </summary>
internal sealed record ModelMoney
{
    /// <summary>The whole minor units of each cost.</summary>
    public Tally Spent { get; init; } = new();

    /// <summary>What is left of each cost beside them, in billionths of the minor unit.</summary>
    public Tally Fractions { get; init; } = new();

    /// <summary>Calls without a settlement.</summary>
    public ImmutableSortedDictionary<string, OpenCall> Calls { get; init; } = ImmutableSortedDictionary<string, OpenCall>.Empty;

    public ModelMoney Apply(JournalEvent happened, DateOnly day) => happened switch
    {
        ModelMoneyReserved reserved when !Calls.ContainsKey(reserved.Call.ToString()) => this with
        {
            Calls = Calls.Add(reserved.Call.ToString(), new OpenCall(reserved.Agent, NotBelowZero(reserved.Amount), reserved.Deadline, day) { Exact = NotBelowZero(reserved.Exact) }),
        },
        ModelMoneySettled settled => Settle(settled, day),
        _ => this,
    };

    public bool Holds(CommitId call) => Calls.ContainsKey(call.ToString());

    /// <summary>What counts against a cap now: spent, reserved and overdue; in billionths of the minor unit.</summary>
    public Int128 Used(CapLine cap, DateOnly today)
    {
        var sum = Amounts.Fine(Spent.Sum(cap, today)) + Fractions.Sum(cap, today);
        foreach (var call in Calls.Values.Where(call => cap.Counts(call.Day, call.Agent.Value, call.Amount.Currency, today)))
        {
            sum += call.Fine();
        }

        return sum;
    }

    /// <summary>All that is kept, in billionths of the minor unit.</summary>
    public IEnumerable<TallyEntry> Entries(DateTimeOffset now) => SpentEntries()
        .Concat(Calls.Values.Select(call => now >= call.Deadline
            ? new TallyEntry(call.Day, call.Agent.Value, call.Amount.Currency, call.Fine(), 0)
            : new TallyEntry(call.Day, call.Agent.Value, call.Amount.Currency, 0, call.Fine())));

    /// <summary>What is settled, in billionths of the minor unit.</summary>
    public IEnumerable<TallyEntry> SpentEntries() =>
        Spent.Entries().Select(static entry => entry with { Spent = Amounts.Fine(entry.Spent) }).Concat(Fractions.Entries());

    /// <summary>The same without the days up to and with this one.</summary>
    public ModelMoney After(DateOnly closed) => new()
    {
        Spent = Spent.After(closed),
        Fractions = Fractions.After(closed),
        Calls = Calls.RemoveRange(Calls.Where(call => call.Value.Day <= closed).Select(call => call.Key)),
    };

    private ModelMoney Settle(ModelMoneySettled settled, DateOnly day)
    {
        var call = Calls.GetValueOrDefault(settled.Call.ToString());
        var (on, agent) = (call?.Day ?? day, (call?.Agent ?? settled.Agent).Value);
        var whole = settled.Exact is null ? NotBelowZero(settled.Amount) : settled.Amount with { Minor = NotBelowZero(settled.Exact)!.Value / ExactMoney.PerMinor };
        var rest = NotBelowZero(settled.Exact) % ExactMoney.PerMinor ?? 0;
        return new ModelMoney
        {
            Spent = Spent.Add(on, agent, whole),
            Fractions = rest == 0 ? Fractions : Fractions.Add(on, agent, settled.Amount with { Minor = rest }),
            Calls = Calls.Remove(settled.Call.ToString()),
        };
    }

    private static Money NotBelowZero(Money amount) => amount.Minor < 0 ? amount with { Minor = 0 } : amount;

    private static long? NotBelowZero(long? exact) => exact < 0 ? 0 : exact;
}

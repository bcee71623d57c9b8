using System.Collections.Immutable;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Budgets;

/// <summary>What calls of models cost, per agent. The most is set aside before a call, and what it really cost is counted after it.</summary>
internal sealed record ModelMoney
{
    public Tally Spent { get; init; } = new();

    /// <summary>Calls without a settlement.</summary>
    public ImmutableSortedDictionary<string, ModelCall> Calls { get; init; } = ImmutableSortedDictionary<string, ModelCall>.Empty;

    public ModelMoney Apply(JournalEvent happened, DateOnly day) => happened switch
    {
        ModelMoneyReserved reserved when !Calls.ContainsKey(reserved.Call.ToString()) => this with
        {
            Calls = Calls.Add(reserved.Call.ToString(), new ModelCall(reserved.Agent, NotBelowZero(reserved.Amount), reserved.Deadline, day)),
        },
        ModelMoneySettled settled => Settle(settled, day),
        _ => this,
    };

    public bool Holds(CommitId call) => Calls.ContainsKey(call.ToString());

    /// <summary>What counts against a cap now: spent, reserved and overdue.</summary>
    public Int128 Used(CapLine cap, DateOnly today)
    {
        var sum = Spent.Sum(cap, today);
        foreach (var call in Calls.Values.Where(call => cap.Counts(call.Day, call.Agent.Value, call.Amount.Currency, today)))
        {
            sum += call.Amount.Minor;
        }

        return sum;
    }

    public IEnumerable<TallyEntry> Entries(DateTimeOffset now) => Spent.Entries().Concat(Calls.Values.Select(call => now >= call.Deadline
        ? new TallyEntry(call.Day, call.Agent.Value, call.Amount.Currency, call.Amount.Minor, 0)
        : new TallyEntry(call.Day, call.Agent.Value, call.Amount.Currency, 0, call.Amount.Minor)));

    /// <summary>The same without the days up to and with this one.</summary>
    public ModelMoney After(DateOnly closed) => new()
    {
        Spent = Spent.After(closed),
        Calls = Calls.RemoveRange(Calls.Where(call => call.Value.Day <= closed).Select(call => call.Key)),
    };

    private ModelMoney Settle(ModelMoneySettled settled, DateOnly day)
    {
        var call = Calls.GetValueOrDefault(settled.Call.ToString());
        return new ModelMoney
        {
            Spent = Spent.Add(call?.Day ?? day, (call?.Agent ?? settled.Agent).Value, NotBelowZero(settled.Amount)),
            Calls = Calls.Remove(settled.Call.ToString()),
        };
    }

    private static Money NotBelowZero(Money amount) => amount.Minor < 0 ? amount with { Minor = 0 } : amount;
}

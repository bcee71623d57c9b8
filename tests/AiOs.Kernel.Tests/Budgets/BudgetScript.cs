using System.Numerics;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Budgets.Reports;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>
/// A company that spends, one command per number. Each wish to spend is decided on the ledger and recorded before the next one is looked at.
/// After each event the caps are counted anew from the list of all events.
/// </summary>
internal sealed class BudgetScript(int seed, Func<BudgetLedger, Wish, BudgetAnswer> decide, int longestLeapHours = 30)
{
    public static readonly IReadOnlyList<CapLine> Caps =
    [
        new("all-month", null, CapPeriod.Month, new Money(60_000, "EUR")),
        new("ads-month", "ads", CapPeriod.Month, new Money(20_000, "EUR")),
        new("ads-day", "ads", CapPeriod.Day, new Money(9_000, "EUR")),
    ];

    public static readonly IReadOnlyList<CapLine> ModelCaps =
    [
        new("model-day", null, CapPeriod.Day, new Money(500, "EUR")),
        new("sales-month", "sales", CapPeriod.Month, new Money(900, "EUR")),
    ];

    private static readonly ChannelName Web = ChannelName.Web;
    private readonly Random _random = new(seed);
    private readonly List<(EffectRequested First, int Attempts)> _effects = [];
    private readonly List<ModelMoneyReserved> _calls = [];
    private readonly HashSet<CommitId> _settled = [];
    private IReadOnlyList<NaiveBudget.Purse> _business = [];
    private IReadOnlyList<NaiveBudget.Purse> _model = [];

    /// <summary>What the ledger gets to see of an event.</summary>
    public Func<JournalEvent, JournalEvent> Seen { get; init; } = happened => happened;

    public BudgetLedger Ledger { get; private set; } = new();

    public List<(JournalEvent Event, DateTimeOffset At)> Facts { get; } = [];

    public List<string> Faults { get; } = [];

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    public int LateSuccesses { get; private set; }

    public static BudgetAnswer Honest(BudgetLedger ledger, Wish wish) => wish.Agent is { } agent
        ? ledger.ReserveModel(agent, wish.Most, wish.Local, ModelCaps)
        : ledger.Reserve(wish.Effect, wish.Spend, wish.Cost, wish.Local, Caps);

    public BudgetScript Run(int commands)
    {
        for (var command = 0; command < commands; command++)
        {
            Do(_random.Next(16));
        }

        return this;
    }

    private void Do(int command)
    {
        switch (command)
        {
            case < 4:
                Begin();
                break;
            case 4:
                Again();
                break;
            case < 7:
                Succeed();
                break;
            case < 12:
                Trouble(command);
                break;
            case 12:
                Now = Now.AddMinutes(_random.Next(-300, longestLeapHours * 60));
                break;
            case 13:
                Ledger = LedgerJson.Read(LedgerJson.Text(Ledger));
                break;
            case 14:
                Call();
                break;
            default:
                EndCall();
                break;
        }
    }

    private void Begin()
    {
        string?[] purposes = ["ads", "ads", "travel", null];
        var cost = new Money(_random.Next(1, 7_000), _random.Next(12) == 0 ? "USD" : "EUR");
        var effect = new EffectId(NewId());
        var wish = new Wish(effect, purposes[_random.Next(purposes.Length)], null, cost, Now);
        if (Wanted(wish))
        {
            var first = new EffectRequested(effect, 1, "aios-" + effect, "host-1", Now.AddMinutes(1)) { Cost = cost, Spend = wish.Spend };
            _effects.Add((first, 1));
            Record(first);
        }
    }

    private void Again()
    {
        if (Pick() is not { } at)
        {
            return;
        }

        var (first, attempts) = _effects[at];
        if (Wanted(new Wish(first.Effect, first.Spend, null, first.Cost!, Now)))
        {
            _effects[at] = (first, attempts + 1);
            Record(first with { Attempt = attempts + 1 });
        }
    }

    private void Succeed()
    {
        if (Pick() is { } at)
        {
            Record(new EffectSucceeded(_effects[at].First.Effect, _random.Next(1, _effects[at].Attempts + 1)));
        }
    }

    private void Trouble(int command)
    {
        if (Pick() is not { } at)
        {
            return;
        }

        var ((effect, _, _, _, _), attempt) = _effects[at];
        Record(command switch
        {
            7 => new EffectFailed(effect, attempt, _random.Next(2) == 0),
            8 => new EffectPostponed(effect, attempt, Now.AddMinutes(5), true),
            9 => new EffectOutcomeUnknown(effect, attempt),
            10 => new EffectInDoubt(effect, attempt, Now.AddMinutes(5), 0),
            _ => new EffectSettled(effect, (Settlement)_random.Next(3), Web, "operator"),
        });
    }

    private void Call()
    {
        var agent = new AgentName(_random.Next(2) == 0 ? "sales" : "editor");
        var most = new ExactMoney(_random.NextInt64(1, 120 * ExactMoney.PerMinor), "EUR");
        if (Wanted(new Wish(default, null, agent, most.RoundedUp, Now) { Most = most }))
        {
            _calls.Add(new ModelMoneyReserved(new CommitId(NewId()), agent, most.RoundedUp, Now.AddMinutes(_random.Next(1, 30))) { Exact = most.Billionths });
            Record(_calls[^1]);
        }
    }

    /// <summary>Once in five times it cost more than the most it was thought to cost. A call of a month that is closed is over.</summary>
    private void EndCall()
    {
        if (_calls.Find(call => !_settled.Contains(call.Call) && Ledger.Model.Holds(call.Call)) is { } call && _settled.Add(call.Call))
        {
            var really = new ExactMoney(_random.Next(5) == 0 ? call.Exact!.Value + (7 * ExactMoney.PerMinor) + 1 : _random.NextInt64(call.Exact!.Value + 1), "EUR");
            Record(_random.Next(4) == 0
                ? new ModelMoneySettled(call.Call, call.Agent, really.RoundedUp)
                : new ModelMoneySettled(call.Call, call.Agent, really.RoundedUp) { Exact = really.Billionths });
        }
    }

    private bool Wanted(Wish wish)
    {
        var fits = decide(Ledger, wish) is BudgetAnswer.Fits;
        Accepted += fits ? 1 : 0;
        Refused += fits ? 0 : 1;
        return fits;
    }

    private void Record(JournalEvent happened)
    {
        var before = Counted();
        Facts.Add((happened, Now));
        _business = NaiveBudget.Business(Facts);
        _model = NaiveBudget.Model(Facts);
        Ledger = Ledger.Apply(Seen(happened), Now);
        var after = Counted();
        Compare(Ledger.Uses(Now, Caps), after.Take(Caps.Count));
        Compare(Ledger.ModelUses(Now, ModelCaps), after.Skip(Caps.Count));
        foreach (var (cap, was, used) in Caps.Concat(ModelCaps).Zip(before, after).Where(line => line.Third > line.First.Most.Minor && line.Third > line.Second))
        {
            JudgeRise(happened, cap, was, used);
        }
    }

    /// <summary>Only what happened although it was thought not to, or cost more than it could, may lift a sum over its cap; and then nothing more fits.</summary>
    private void JudgeRise(JournalEvent happened, CapLine cap, BigInteger was, BigInteger used)
    {
        var business = Caps.Contains(cap);
        if (happened is not (EffectSucceeded or EffectSettled { Settlement: Settlement.Happened } or ModelMoneySettled))
        {
            Faults.Add($"{cap.Name} rose from {was} to {used} of {cap.Most.Minor} by {happened.GetType().Name}");
            return;
        }

        LateSuccesses++;
        var uses = business ? Ledger.Uses(Now, [cap]) : Ledger.ModelUses(Now, [cap]);
        var cent = new Money(1, "EUR");
        var more = business ? Ledger.Reserve(cap.Of, cent, Now, [cap]) : Ledger.ReserveModel(new AgentName(cap.Of ?? "any"), ExactMoney.Of(cent), Now, [cap]);
        if (!uses.Single().Exceeded || more is not BudgetAnswer.Over)
        {
            Faults.Add($"{cap.Name} is over and does not show it, or lets a cent through");
        }
    }

    private List<BigInteger> Counted() =>
        [.. Caps.Select(cap => NaiveBudget.Sum(_business, cap, Now)), .. ModelCaps.Select(cap => NaiveBudget.Sum(_model, cap, Now))];

    private void Compare(IReadOnlyList<CapUse> uses, IEnumerable<BigInteger> counted) =>
        Faults.AddRange(uses.Zip(counted).Where(pair => pair.First.Used.Minor != pair.Second && !(Now.Day() <= Ledger.ClosedThrough))
            .Select(pair => $"{pair.First.Cap.Name} says {pair.First.Used.Minor} and is {pair.Second} after {Facts.Count} events"));

    private int? Pick() => _effects.Count == 0 ? null : Math.Max(_random.Next(_effects.Count), _random.Next(_effects.Count));

    private Guid NewId()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

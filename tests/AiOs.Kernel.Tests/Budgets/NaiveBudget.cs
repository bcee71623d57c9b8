using System.Numerics;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>All money there is, told from the list of all events each time anew, with no state and no bounds.</summary>
internal static class NaiveBudget
{
    public static IReadOnlyList<Purse> Business(IReadOnlyList<(JournalEvent Event, DateTimeOffset At)> facts) =>
        [.. facts.Where(fact => EffectOf(fact.Event) is not null).GroupBy(fact => EffectOf(fact.Event)).SelectMany(story => Purses(story)).Where(purse => purse.State != 'f')];

    public static IReadOnlyList<Purse> Model(IReadOnlyList<(JournalEvent Event, DateTimeOffset At)> facts)
    {
        var settled = facts.Select(fact => fact.Event).OfType<ModelMoneySettled>().ToDictionary(settled => settled.Call);
        return [.. facts.Where(fact => fact.Event is ModelMoneyReserved).Select(fact => OfCall((ModelMoneyReserved)fact.Event, fact.At, settled))];
    }

    /// <summary>In whole minor units: what is begun counts.</summary>
    public static BigInteger Sum(IEnumerable<Purse> purses, CapLine cap, DateTimeOffset now) => (Exact(purses, cap, now) + 999_999_999) / 1_000_000_000;

    private static BigInteger Exact(IEnumerable<Purse> purses, CapLine cap, DateTimeOffset now) => purses
        .Where(purse => purse.Currency == cap.Most.Currency && (cap.Of is null || cap.Of == purse.Of))
        .Where(purse => purse.At.Year == now.Year && purse.At.Month == now.Month && (cap.Period is CapPeriod.Month || purse.At.Day == now.Day))
        .Aggregate(BigInteger.Zero, (sum, purse) => sum + purse.Billionths);

    private static Purse OfCall(ModelMoneyReserved reserved, DateTimeOffset at, Dictionary<CommitId, ModelMoneySettled> settled) =>
        new(at, reserved.Agent.Value, (settled.GetValueOrDefault(reserved.Call)?.Amount ?? reserved.Amount).Minor, reserved.Amount.Currency)
        {
            Exact = settled.TryGetValue(reserved.Call, out var told) ? told.Exact : reserved.Exact,
        };

    /// <summary>Each sum that was set aside for one effect: (h)eld, (f)ree again or (s)pent.</summary>
    private static List<Purse> Purses(IEnumerable<(JournalEvent Event, DateTimeOffset At)> facts)
    {
        var purses = new List<Purse>();
        foreach (var (happened, at) in facts)
        {
            var held = purses.SingleOrDefault(purse => purse.State == 'h');
            switch (happened)
            {
                case EffectRequested { Cost: { Minor: > 0 } cost } requested when held is null:
                    purses.RemoveAll(purse => purse.State == 'f' && purse.Attempts.Contains(requested.Attempt));
                    purses.Add(new Purse(at, requested.Spend, cost.Minor, cost.Currency) { State = 'h', Attempts = { requested.Attempt } });
                    break;
                case EffectRequested { Cost.Minor: > 0 } requested:
                    held!.Attempts.Add(requested.Attempt);
                    break;
                case EffectSucceeded succeeded:
                    Spend(purses.LastOrDefault(purse => purse.State != 's' && purse.Attempts.Contains(succeeded.Attempt)) ?? held ?? purses.LastOrDefault(purse => purse.State == 'f'));
                    break;
                case EffectSettled { Settlement: Settlement.Happened }:
                    Spend(held ?? purses.LastOrDefault(purse => purse.State == 'f'));
                    break;
                case EffectSettled:
                case EffectFailed failed when held?.Attempts.Max() == failed.Attempt && (held.Attempts.Count == 1 || !failed.MayRetry):
                case EffectPostponed postponed when held is { Attempts.Count: 1 } && held.Attempts.Contains(postponed.Attempt):
                    held?.State = 'f';
                    break;
                default:
                    break;
            }
        }

        return purses;
    }

    private static void Spend(Purse? purse) => purse?.State = 's';

    private static EffectId? EffectOf(JournalEvent happened) => happened switch
    {
        EffectRequested requested => requested.Effect,
        EffectSucceeded succeeded => succeeded.Effect,
        EffectFailed failed => failed.Effect,
        EffectPostponed postponed => postponed.Effect,
        EffectSettled settled => settled.Effect,
        _ => null,
    };

    /// <summary>One sum: (h)eld, (f)ree again or (s)pent.</summary>
    internal sealed class Purse(DateTimeOffset at, string? of, long minor, string currency)
    {
        public DateTimeOffset At => at;

        public string? Of => of;

        public long Minor => minor;

        public string Currency => currency;

        /// <summary>In billionths, where it is not whole.</summary>
        public long? Exact { get; init; }

        public BigInteger Billionths => Exact ?? new BigInteger(minor) * 1_000_000_000;

        public char State { get; set; } = 's';

        public HashSet<int> Attempts { get; } = [];
    }
}

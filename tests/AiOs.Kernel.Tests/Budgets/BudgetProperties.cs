using AiOs.Contracts.Events;
using AiOs.Kernel.Budgets;
using FsCheck;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>R10: caps hold at every position, and what is reserved or spent is what the events say.</summary>
public sealed class BudgetProperties
{
    [Property(MaxTest = 25)]
    public void Caps_AnyOrderOfSpendingAndFaults_HoldAtEveryPosition(DoNotSize<int> seed) =>
        Assert.Empty(new BudgetScript(seed.Item, BudgetScript.Honest).Run(60).Faults);

    [Property(MaxTest = 25)]
    public void Ledger_AnyEventsWithoutADecision_CountsWhatTheyAddUpTo(DoNotSize<int> seed)
    {
        var script = new BudgetScript(seed.Item, (_, _) => new BudgetAnswer.Fits()).Run(50);

        Assert.DoesNotContain(script.Faults, fault => fault.Contains(" says ", StringComparison.Ordinal));
    }

    [Property(MaxTest = 20)]
    public void Ledger_LeapsOfMonths_CountsWhatIsKept(DoNotSize<int> seed)
    {
        var script = new BudgetScript(seed.Item, BudgetScript.Honest, 24 * 45).Run(80);

        Assert.Empty(script.Faults);
        Assert.InRange(script.Ledger.Months.Count, 0, 3);
    }

    [Property(MaxTest = 25)]
    public void Fold_InOneGoPartsOrThroughASnapshot_IsTheSame(DoNotSize<int> seed, byte cut)
    {
        var facts = new BudgetScript(seed.Item, BudgetScript.Honest, 24 * 20).Run(60).Facts;
        var at = facts.Count == 0 ? 0 : cut % facts.Count;
        var whole = Fold(new BudgetLedger(), facts);
        var half = Fold(new BudgetLedger(), facts.Take(at));

        Assert.Equal(LedgerJson.Text(whole), LedgerJson.Text(Fold(half, facts.Skip(at))));
        Assert.Equal(LedgerJson.Text(whole), LedgerJson.Text(Fold(LedgerJson.Read(LedgerJson.Text(half)), facts.Skip(at))));
    }

    /// <summary>A company at its caps: a thousand wishes that come at once are decided one by one.</summary>
    [Fact]
    public void Reserve_AThousandAtTheCap_NeverOver()
    {
        var scripts = Enumerable.Range(1, 25).Select(seed => new BudgetScript(seed, BudgetScript.Honest).Run(150)).ToList();

        Assert.Empty(scripts.SelectMany(script => script.Faults));
        Assert.True(scripts.Sum(script => script.Accepted + script.Refused) >= 1000, $"only {scripts.Sum(script => script.Accepted + script.Refused)} wishes");
        Assert.True(scripts.Sum(script => script.Accepted) >= 300, $"only {scripts.Sum(script => script.Accepted)} fitted");
        Assert.True(scripts.Sum(script => script.Refused) >= 200, $"only {scripts.Sum(script => script.Refused)} were refused");
        Assert.True(scripts.Sum(script => script.LateSuccesses) >= 5, $"only {scripts.Sum(script => script.LateSuccesses)} late successes went over");
    }

    /// <summary>The negative control: who looks only at what is settled lets everything through that is under way.</summary>
    [Fact]
    public void Reserve_OnlySettledMoneyCounted_IsCaught()
    {
        var caught = Enumerable.Range(1, 8).Count(seed => new BudgetScript(seed, SettledOnly).Run(90).Faults.Any(fault => fault.Contains("by EffectRequested", StringComparison.Ordinal)));

        Assert.True(caught == 8, $"caught in {caught} of 8 runs");
    }

    /// <summary>The second control: who forgets a reservation when nobody can tell what became of it.</summary>
    [Fact]
    public void Ledger_UnknownTakenForFailed_IsCaught()
    {
        static JournalEvent Broken(JournalEvent happened) => happened is EffectOutcomeUnknown unknown ? new EffectFailed(unknown.Effect, unknown.Attempt, false) : happened;

        var caught = Enumerable.Range(1, 8).Count(seed => new BudgetScript(seed, BudgetScript.Honest) { Seen = Broken }.Run(90).Faults.Count > 0);

        Assert.True(caught >= 6, $"caught in {caught} of 8 runs");
    }

    private static BudgetAnswer SettledOnly(BudgetLedger ledger, Wish wish) => wish.Agent is null
        ? new CapCheck("Spending", "on", cap => ledger.Business.Spent.Sum(cap, wish.Local.Day())).Fit(wish.Spend, wish.Cost, BudgetScript.Caps)
        : BudgetScript.Honest(ledger, wish);

    private static BudgetLedger Fold(BudgetLedger ledger, IEnumerable<(JournalEvent Event, DateTimeOffset At)> facts) =>
        facts.Aggregate(ledger, (state, fact) => state.Apply(fact.Event, fact.At));
}

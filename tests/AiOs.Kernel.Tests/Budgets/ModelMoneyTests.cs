using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

public sealed class ModelMoneyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly AgentName Sales = new("sales");
    private static readonly AgentName Editor = new("editor");
    private static readonly CommitId Call = new(new Guid("0199bbbb-0000-7000-8000-000000000001"));
    private static readonly CapLine Daily = new("model", null, CapPeriod.Day, Eur(100));
    private static readonly CapLine OfSales = new("sales", "sales", CapPeriod.Month, Eur(60));

    [Fact]
    public void ReserveModel_AboveTheAgentsCap_NamesTheAgent()
    {
        var ledger = new BudgetLedger().Apply(Reserved(50), Noon);

        var over = Assert.IsType<BudgetAnswer.Over>(ledger.ReserveModel(Sales, Most(11), Noon, [Daily, OfSales]));

        Assert.Equal("Model money of sales is capped at 0.60 EUR a month; 0.50 EUR are spent or reserved and this would add 0.11 EUR.", over.Sentence);
        Assert.IsType<BudgetAnswer.Fits>(ledger.ReserveModel(Editor, Most(50), Noon, [Daily, OfSales]));
        Assert.IsType<BudgetAnswer.Over>(ledger.ReserveModel(Editor, Most(51), Noon, [Daily, OfSales]));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(20, 40)]
    [InlineData(50, 10)]
    [InlineData(75, -15)]
    public void Settle_WhateverItCost_CountsReally(long really, long left)
    {
        var ledger = new BudgetLedger().Apply(Reserved(50), Noon).Apply(new ModelMoneySettled(Call, Sales, Eur(really)), Noon.AddMinutes(1));

        Assert.Equal(60 - left, ledger.ModelUses(Noon, [OfSales]).Single().Used.Minor);
        Assert.Equal(left < 0, ledger.ModelUses(Noon, [OfSales]).Single().Exceeded);
        Assert.IsType<BudgetAnswer.Over>(ledger.ReserveModel(Sales, Most(Math.Max(left, 0) + 1), Noon, [OfSales]));
    }

    [Fact]
    public void Report_DeadlineWithoutSettlement_IsSpentInFull()
    {
        var ledger = new BudgetLedger().Apply(Reserved(50), Noon);

        var open = Assert.Single(ledger.Report(Noon.AddMinutes(1)).ModelToday);
        var over = Assert.Single(ledger.Report(Noon.AddMinutes(2)).ModelToday);

        Assert.Equal((Eur(0), Eur(50)), (open.Spent, open.Reserved));
        Assert.Equal((Eur(50), Eur(0)), (over.Spent, over.Reserved));
        Assert.IsType<BudgetAnswer.Over>(ledger.ReserveModel(Sales, Most(11), Noon.AddHours(1), [OfSales]));
    }

    [Fact]
    public void Settle_AfterTheDeadline_StillCountsWhatItReallyCost()
    {
        var ledger = new BudgetLedger().Apply(Reserved(50), Noon).Apply(new ModelMoneySettled(Call, Sales, Eur(5)), Noon.AddDays(1));

        Assert.Equal(5, ledger.ModelUses(Noon, [Daily]).Single().Used.Minor);
        Assert.Equal(0, ledger.ModelUses(Noon.AddDays(1), [Daily]).Single().Used.Minor);
    }

    [Fact]
    public void Settle_CallThatNobodyReserved_CountsOnItsOwnDay() =>
        Assert.Equal(5, new BudgetLedger().Apply(new ModelMoneySettled(Call, Sales, Eur(5)), Noon).ModelUses(Noon, [Daily]).Single().Used.Minor);

    [Fact]
    public void Apply_SameCallTwice_IsSetAsideOnce() =>
        Assert.Equal(50, new BudgetLedger().Apply(Reserved(50), Noon).Apply(Reserved(50), Noon).ModelUses(Noon, [Daily]).Single().Used.Minor);

    private static ModelMoneyReserved Reserved(long minor) => new(Call, Sales, Eur(minor), Noon.AddMinutes(2));

    private static ExactMoney Most(long minor) => ExactMoney.Of(Eur(minor));

    private static Money Eur(long minor) => new(minor, "EUR");
}

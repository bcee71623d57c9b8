using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

public sealed class BudgetLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly CapLine Ads = new("ads", "ads", CapPeriod.Month, Eur(20_000));
    private static readonly CapLine All = new("all", null, CapPeriod.Day, Eur(30_000));
    private static readonly EffectId Effect = new(new Guid("0199aaaa-0000-7000-8000-000000000001"));

    [Fact]
    public void Reserve_AboveTheCap_SaysWhatIsUsedAndWhatWouldBeAdded()
    {
        var over = Assert.IsType<BudgetAnswer.Over>(After(Requested(18_000)).Reserve("ads", Eur(5_000), Noon, [All, Ads]));

        Assert.Equal("ads", over.Cap);
        Assert.Equal("Spending on ads is capped at 200.00 EUR a month; 180.00 EUR are spent or reserved and this would add 50.00 EUR.", over.Sentence);
    }

    [Theory]
    [InlineData("ads", 2_000, true)]
    [InlineData("ads", 2_001, false)]
    [InlineData("travel", 12_000, true)]
    [InlineData("travel", 12_001, false)]
    [InlineData(null, 12_000, true)]
    [InlineData(null, 12_001, false)]
    [InlineData("ads", long.MaxValue, false)]
    [InlineData("ads", 0, true)]
    public void Reserve_AroundTheCap_FitsUpToTheLastCent(string? spend, long cost, bool fits) =>
        Assert.Equal(fits, After(Requested(18_000)).Reserve(spend, Eur(cost), Noon, [Ads, All]) is BudgetAnswer.Fits);

    [Fact]
    public void Reserve_AmountsAtTheEndOfAllNumbers_NeverWrapIntoFitting()
    {
        var ledger = After(Requested(long.MaxValue), new EffectSucceeded(Effect, 1), Requested(long.MaxValue, 2));
        CapLine largest = new("largest", null, CapPeriod.Month, Eur(long.MaxValue));

        Assert.IsType<BudgetAnswer.Over>(ledger.Reserve(null, Eur(1), Noon, [largest]));
        Assert.IsType<BudgetAnswer.Over>(ledger.Reserve(null, Eur(long.MaxValue), Noon, [largest]));
        Assert.Equal(long.MaxValue, ledger.Uses(Noon, [largest]).Single().Used.Minor);
        Assert.True(ledger.Uses(Noon, [largest]).Single().Exceeded);
    }

    [Fact]
    public void Snapshot_SumsThatNoJsonNumberHolds_ReadsBackExactly()
    {
        const long largest = 1L << 53;
        var ledger = After(Requested(largest), new EffectSucceeded(Effect, 1), Requested(largest, 2), new EffectSucceeded(Effect, 2), Requested(largest, 3));
        CapLine cap = new("largest", null, CapPeriod.Month, Eur(long.MaxValue));

        var read = LedgerJson.Read(LedgerJson.Text(ledger));

        Assert.Equal(3 * largest, read.Uses(Noon, [cap]).Single().Used.Minor);
    }

    [Fact]
    public void Reserve_AnotherCurrency_CannotBeCounted()
    {
        var answer = new BudgetLedger().Reserve("ads", new Money(1, "USD"), Noon, [Ads]);

        var uncounted = Assert.IsType<BudgetAnswer.Uncounted>(answer);
        Assert.Equal("Spending on ads is capped at 200.00 EUR a month; 0.01 USD cannot be counted against that.", uncounted.Sentence);
        Assert.IsType<BudgetAnswer.Fits>(new BudgetLedger().Reserve("travel", new Money(1, "USD"), Noon, [Ads]));
    }

    [Fact]
    public void Reserve_OverOneCapAndUncountedByAnother_IsOver()
    {
        CapLine dollars = new("dollars", "ads", CapPeriod.Day, new Money(1, "USD"));

        Assert.Equal("ads", Assert.IsType<BudgetAnswer.Over>(new BudgetLedger().Reserve("ads", Eur(20_001), Noon, [dollars, Ads])).Cap);
    }

    [Fact]
    public void Reserve_NegativeCost_CannotBeCounted() =>
        Assert.IsType<BudgetAnswer.Uncounted>(new BudgetLedger().Reserve("ads", Eur(-1), Noon, [Ads]));

    [Fact]
    public void Reserve_EffectWithItsMoneySetAside_FitsAgain()
    {
        var ledger = After(Requested(20_000));

        Assert.IsType<BudgetAnswer.Fits>(ledger.Reserve(Effect, "ads", Eur(20_000), Noon, [Ads]));
        Assert.IsType<BudgetAnswer.Over>(ledger.Reserve(new EffectId(new Guid("0199aaaa-0000-7000-8000-000000000002")), "ads", Eur(1), Noon, [Ads]));
    }

    public static TheoryData<string, long> Ends => new()
    {
        { "requested", 5_000 },
        { "requested requested2", 5_000 },
        { "requested succeeded", 5_000 },
        { "requested succeeded succeeded", 5_000 },
        { "requested failed", 0 },
        { "requested postponed", 0 },
        { "requested unknown", 5_000 },
        { "requested doubt", 5_000 },
        { "requested unknown happened", 5_000 },
        { "requested unknown happened succeeded", 5_000 },
        { "requested unknown not", 0 },
        { "requested unknown again", 0 },
        { "requested unknown again requested2", 5_000 },
        { "requested unknown not succeeded", 5_000 },
        { "requested failed succeeded", 5_000 },
        { "requested postponed requested2 succeeded2", 5_000 },
        { "requested unknown again requested2 succeeded", 10_000 },
        { "requested requested2 postponed2", 5_000 },
        { "requested requested2 failed", 5_000 },
        { "requested requested2 failed2", 0 },
        { "requested passing", 0 },
        { "requested doubt requested2 passing2", 5_000 },
        { "requested doubt requested2 passing2 requested3 failed3", 0 },
        { "requested doubt requested2 postponed2 requested3 succeeded", 5_000 },
        { "requested requested2 succeeded", 5_000 },
        { "succeeded", 0 },
        { "not", 0 },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Apply_WhatBecameOfAnEffect_CountsWhatMayHaveHappened(string story, long used)
    {
        var ledger = After([.. story.Split(' ').Select(Happening)]);

        Assert.Equal(used, ledger.Uses(Noon, [Ads]).Single().Used.Minor);
    }

    [Fact]
    public void Apply_SpentInALaterMonth_CountsInTheMonthOfTheReservation()
    {
        var december = Noon.AddDays(10);
        var ledger = After(Requested(5_000)).Apply(new EffectSucceeded(Effect, 1), december);

        Assert.Equal(0, ledger.Uses(december, [Ads]).Single().Used.Minor);
        Assert.Equal(5_000, ledger.Uses(Noon, [Ads]).Single().Used.Minor);
    }

    [Fact]
    public void Apply_AroundLocalMidnight_BelongsToTheOperatorsDay()
    {
        var late = new DateTimeOffset(2026, 11, 30, 23, 59, 59, TimeSpan.FromHours(1));
        var ledger = new BudgetLedger().Apply(Requested(30_000), late);

        Assert.IsType<BudgetAnswer.Over>(ledger.Reserve("ads", Eur(1), late, [All]));
        Assert.IsType<BudgetAnswer.Fits>(ledger.Reserve("ads", Eur(1), late.AddSeconds(1), [All, Ads]));
    }

    [Fact]
    public void Reserve_InAMonthThatIsClosed_IsRefused()
    {
        var ledger = new BudgetLedger();
        for (var month = 0; month < 4; month++)
        {
            ledger = ledger.Apply(Requested(100, month + 1), Noon.AddMonths(month)).Apply(new EffectFailed(Effect, month + 1, false), Noon.AddMonths(month));
        }

        Assert.Equal("closed", Assert.IsType<BudgetAnswer.Over>(ledger.Reserve("ads", Eur(1), Noon, [Ads])).Cap);
        Assert.IsType<BudgetAnswer.Fits>(ledger.Reserve("ads", Eur(1), Noon.AddMonths(1), [Ads]));
        Assert.Equal(3, ledger.Business.Reservations.Values.Single().Count);
    }

    [Fact]
    public void Report_BusinessMoney_IsPerMonthCategoryAndCurrency()
    {
        var other = new EffectId(new Guid("0199aaaa-0000-7000-8000-000000000002"));
        var ledger = After(Requested(5_000), new EffectSucceeded(Effect, 1), Requested(700, 2), Requested(9, 1) with { Effect = other, Cost = new Money(9, "USD"), Spend = null });

        var lines = ledger.Report(Noon).Business;

        Assert.Equal(2, lines.Count);
        Assert.Equal((null, 0L, new Money(9, "USD")), (lines[0].Of, lines[0].Spent.Minor, lines[0].Reserved));
        Assert.Equal(("ads", Eur(5_000), Eur(700), new DateOnly(2026, 11, 1)), (lines[1].Of, lines[1].Spent, lines[1].Reserved, lines[1].From));
    }

    private static BudgetLedger After(params JournalEvent[] events) =>
        events.Aggregate(new BudgetLedger(), (ledger, happened) => ledger.Apply(happened, Noon));

    private static EffectRequested Requested(long minor, int attempt = 1) =>
        new(Effect, attempt, "aios-" + Effect, "host-1", Noon.AddMinutes(1)) { Cost = Eur(minor), Spend = "ads" };

    private static JournalEvent Happening(string word)
    {
        var attempt = char.IsAsciiDigit(word[^1]) ? word[^1] - '0' : 1;
        return word.TrimEnd('2', '3') switch
        {
            "requested" => Requested(5_000, attempt),
            "succeeded" => new EffectSucceeded(Effect, attempt),
            "failed" => new EffectFailed(Effect, attempt, false),
            "passing" => new EffectFailed(Effect, attempt, true),
            "postponed" => new EffectPostponed(Effect, attempt, Noon.AddMinutes(5), true),
            "unknown" => new EffectOutcomeUnknown(Effect, attempt),
            "doubt" => new EffectInDoubt(Effect, attempt, Noon.AddMinutes(5), 0),
            "happened" => new EffectSettled(Effect, Settlement.Happened, ChannelName.Web, "operator"),
            "not" => new EffectSettled(Effect, Settlement.DidNotHappen, ChannelName.Web, "operator"),
            "again" => new EffectSettled(Effect, Settlement.SendAgain, ChannelName.Web, "operator"),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No such event."),
        };
    }

    private static Money Eur(long minor) => new(minor, "EUR");
}

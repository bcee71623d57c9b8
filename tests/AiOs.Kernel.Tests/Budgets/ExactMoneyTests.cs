using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>Fractions of a cent add up exactly; they are rounded once, where they are shown.</summary>
public sealed class ExactMoneyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1));
    private static readonly CapLine Cap = new("model/day", null, CapPeriod.Day, new Money(50, "EUR"));

    [Theory]
    [InlineData("0.15", 1, "EUR", 15_000)]
    [InlineData("0.075", 3, "EUR", 22_500)]
    [InlineData("0.00001", 1, "EUR", 1)]
    [InlineData("150", 1_000_000, "EUR", 15_000_000_000_000)]
    [InlineData("150", 7, "JPY", 1_050_000)]
    [InlineData("1", 1, "KWD", 1_000_000)]
    [InlineData("0.000001", 1, "EUR", 1)]
    [InlineData("1000000", long.MaxValue, "EUR", long.MaxValue)]
    public void Of_PriceOfAMillion_IsExact(string price, long tokens, string currency, long billionths) =>
        Assert.Equal(new ExactMoney(billionths, currency), ExactMoney.Of(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), tokens, currency));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1_000_000_000, 1)]
    [InlineData(1_000_000_001, 2)]
    public void RoundedUp_Fraction_CountsAsOne(long billionths, long minor) => Assert.Equal(minor, new ExactMoney(billionths, "EUR").RoundedUp.Minor);

    [Fact]
    public void ToString_Fraction_ShowsEveryDecimal() => Assert.Equal("0.0000825 EUR", new ExactMoney(8_250_000, "EUR").ToString());

    [Fact]
    public void Settle_AThousandFractions_AddUpAndAreShownRoundedUpOnce()
    {
        var ledger = new BudgetLedger();
        for (var call = 0; call < 1_000; call++)
        {
            ledger = Call(ledger, call, new ExactMoney(1_500_000, "EUR"));
        }

        var line = Assert.Single(ledger.Report(Noon).ModelToday);
        Assert.Equal(new Money(2, "EUR"), line.Spent);
        Assert.Equal(new Money(2, "EUR"), ledger.ModelUses(Noon, [Cap]).Single().Used);
        Assert.Equal(1_500_000_000, ledger.Model.Used(Cap, new DateOnly(2026, 11, 22)));
    }

    [Fact]
    public void Reserve_FractionsUpToTheCap_StopsAtItAndNotOver()
    {
        var most = new ExactMoney(333_333_333, "EUR");
        var ledger = new BudgetLedger();
        var calls = 0;
        while (ledger.ReserveModel(AgentName.Execution, most, Noon, [Cap]) is BudgetAnswer.Fits)
        {
            ledger = Call(ledger, calls++, most);
        }

        Assert.Equal(150, calls);
        Assert.Equal(49_999_999_950, ledger.Model.Used(Cap, new DateOnly(2026, 11, 22)));
        Assert.IsType<BudgetAnswer.Fits>(ledger.ReserveModel(AgentName.Execution, new ExactMoney(50, "EUR"), Noon, [Cap]));
        var over = Assert.IsType<BudgetAnswer.Over>(ledger.ReserveModel(AgentName.Execution, new ExactMoney(51, "EUR"), Noon, [Cap]));
        Assert.Equal("Model money is capped at 0.50 EUR a day; 0.50 EUR are spent or reserved and this would add 0.01 EUR.", over.Sentence);
    }

    [Fact]
    public void Snapshot_WithWholeCentsOnly_CountsOnInFractions()
    {
        const string Old = """{"closedThrough":null,"months":["2026-11-01"],"model":{"spent":{"days":{"2026-11-22":{"EUR execution":"7"}}},"calls":{}},"business":{}}""";
        var ledger = System.Text.Json.JsonSerializer.Deserialize<BudgetLedger>(Old, System.Text.Json.JsonSerializerOptions.Web)!;

        Assert.Equal(7_000_000_000, ledger.Model.Used(Cap, new DateOnly(2026, 11, 22)));
        Assert.Equal(7_250_000_000, Call(ledger, 1, new ExactMoney(250_000_000, "EUR")).Model.Used(Cap, new DateOnly(2026, 11, 22)));
    }

    private static BudgetLedger Call(BudgetLedger ledger, int number, ExactMoney cost)
    {
        var id = new CommitId(new Guid(number + 1, 0, 0, new byte[8]));
        return ledger
            .Apply(new ModelMoneyReserved(id, AgentName.Execution, cost.RoundedUp, Noon.AddMinutes(1)) { Exact = cost.Billionths }, Noon)
            .Apply(new ModelMoneySettled(id, AgentName.Execution, cost.RoundedUp) { Exact = cost.Billionths }, Noon);
    }
}

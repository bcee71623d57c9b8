using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Tests.Intake;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(120_050, "EUR", "1200.50 EUR")]
    [InlineData(5, "EUR", "0.05 EUR")]
    [InlineData(0, "EUR", "0.00 EUR")]
    [InlineData(-1, "EUR", "-0.01 EUR")]
    [InlineData(-120_050, "USD", "-1200.50 USD")]
    [InlineData(1200, "JPY", "1200 JPY")]
    [InlineData(1_234_567, "KWD", "1234.567 KWD")]
    [InlineData(long.MaxValue, "EUR", "92233720368547758.07 EUR")]
    [InlineData(long.MinValue, "JPY", "-9223372036854775808 JPY")]
    public void ToString_AnyCurrency_HasItsDecimals(long minor, string currency, string text) => Assert.Equal(text, new Money(minor, currency).ToString());

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("CLP", 0)]
    [InlineData("EUR", 2)]
    [InlineData("XXX", 2)]
    [InlineData("BHD", 3)]
    public void Decimals_OfACurrency_AreThoseOfIso4217(string currency, int decimals) => Assert.Equal(decimals, Money.Decimals(currency));

    [Theory]
    [InlineData(-0.5, 0)]
    [InlineData(0, 0)]
    [InlineData(0.9296, 930)]
    [InlineData(1, 1000)]
    [InlineData(7, 1000)]
    public void Of_AnyShare_IsWithinThousandths(double share, int permille)
    {
        Assert.Equal(new Confidence(permille), Confidence.Of(share));
        Assert.Equal(permille / 1000.0, Confidence.Of(share).Share);
    }

    [Fact]
    public void Compare_Confidences_OrdersByHowSure()
    {
        var (low, high) = (new Confidence(300), new Confidence(700));

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.False(high < low || low > high);
        Assert.Equal([low, high, Confidence.Certain], new[] { Confidence.Certain, high, low }.Order());
    }
}

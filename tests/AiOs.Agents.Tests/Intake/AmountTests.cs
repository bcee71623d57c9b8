using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class AmountTests
{
    [Theory]
    [InlineData("It costs €1.200,50 in all", "1200.50 EUR")]
    [InlineData("It costs 1,200.50 EUR in all", "1200.50 EUR")]
    [InlineData("about $1.2k", "1200.00 USD")]
    [InlineData("CHF 1'200.— bitte", "1200.00 CHF")]
    [InlineData("300 euros", "300.00 EUR")]
    [InlineData("£20", "20.00 GBP")]
    [InlineData("1 200,00 €", "1200.00 EUR")]
    [InlineData("1.200 €", "1200.00 EUR")]
    [InlineData("EUR 1.200,-", "1200.00 EUR")]
    [InlineData("5k EUR", "5000.00 EUR")]
    [InlineData("2 million USD", "2000000.00 USD")]
    [InlineData("US$ 15.5", "15.50 USD")]
    [InlineData("A$40", "40.00 AUD")]
    [InlineData("¥5000", "5000 JPY")]
    [InlineData("KWD 1.500", "1500.000 KWD")]
    [InlineData("between 500 and 700 euros", "500.00 EUR; 700.00 EUR")]
    [InlineData("500-700 EUR", "500.00 EUR; 700.00 EUR")]
    [InlineData("a credit of -20 EUR", "-20.00 EUR")]
    [InlineData("€ 300 EUR", "300.00 EUR")]
    [InlineData("Total: 1,200.50", "1200.50 EUR")]
    [InlineData("Fr. 80.50 pro Stunde", "80.50 CHF")]
    [InlineData("1.234.567,89 EUR", "1234567.89 EUR")]
    [InlineData("two of 12 people, room 300, 24.11.2026, version 1.2", "")]
    [InlineData("Mac 300 and 20 minutes", "")]
    [InlineData("1.2.3 EUR", "")]
    public void Read_AmountsAsWritten_MinorUnits(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Amount));

    [Fact]
    public void Read_DollarWhereHomeIsCanadian_IsCanadian() =>
        Assert.Equal("20.00 CAD", Fields.Read("$20", currency: "CAD").All(FieldName.Amount));

    [Fact]
    public void Read_Amount_QuotesTheWordsAsTheyStand() =>
        Assert.Equal("CHF 1'200.—", Assert.Single(Fields.Read("Das macht CHF 1'200.— zusammen.").Fields, field =>
            field.Name == FieldName.Amount).Quote);
}

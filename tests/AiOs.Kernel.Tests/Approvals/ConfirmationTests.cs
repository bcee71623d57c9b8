using AiOs.Kernel.Approvals;

namespace AiOs.Kernel.Tests.Approvals;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData("1200.00 EUR", "1200.00 EUR")]
    [InlineData("1200.00 EUR", " 1200.00eur ")]
    [InlineData("1200.00 EUR", "1200.00")]
    [InlineData("1200.00 EUR", "1200")]
    [InlineData("1200.00 EUR", "1 200.00 EUR")]
    [InlineData("1200.00 EUR", "1'200.00")]
    [InlineData("1200.00 EUR", "1,200.00 EUR")]
    [InlineData("1200.00 EUR", "1,200")]
    [InlineData("1234567.89 EUR", "1,234,567.89")]
    [InlineData("1200 JPY", "1,200")]
    [InlineData("anna@berg.example", "Anna@Berg.example")]
    [InlineData("Berg \"GmbH\"", "berg gmbh")]
    [InlineData("yes", "YES")]
    public void Fits_TheSameInOtherWords_IsTaken(string wanted, string typed) => Assert.True(Confirmation.Fits(wanted, typed));

    [Theory]
    [InlineData("1200.00 EUR", null)]
    [InlineData("1200.00 EUR", "")]
    [InlineData("1200.00 EUR", "  ")]
    [InlineData("1200.00 EUR", "yes")]
    [InlineData("1200.00 EUR", "120.00 EUR")]
    [InlineData("1200.00 EUR", "12000")]
    [InlineData("1200.00 EUR", "1200.01")]
    [InlineData("1200.00 EUR", "1200.00 USD")]
    [InlineData("1200.00 EUR", "12,00")]
    [InlineData("1200.00 EUR", "120,000")]
    [InlineData("1200.50 EUR", "1200")]
    [InlineData("12.00 EUR", "1,2")]
    [InlineData("1.200 BHD", "1,200")]
    [InlineData("anna@berg.example", "anna@berg.exarnple")]
    [InlineData("yes", "y")]
    public void Fits_AnythingElse_IsRefused(string wanted, string? typed) => Assert.False(Confirmation.Fits(wanted, typed));
}

using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy.Reading;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("200", 20000, "EUR")]
    [InlineData("200.00", 20000, "EUR")]
    [InlineData("0.05", 5, "EUR")]
    [InlineData("007.5", 750, "EUR")]
    [InlineData("200.00 USD", 20000, "USD")]
    [InlineData("1.234 KWD", 1234, "KWD")]
    [InlineData("200 JPY", 200, "JPY")]
    [InlineData("999999999999.99", 99999999999999, "EUR")]
    public void Parse_Amount_IsExact(string text, long minor, string currency) =>
        Assert.Equal(new Money(minor, currency), MoneyText.Parse(text, "EUR").Amount);

    [Property(MaxTest = 300)]
    public void Parse_WhatMoneyWrites_IsTheSameAgain(long minor, byte currency)
    {
        var money = new Money(Math.Abs(minor % 1_000_000_000_000), new[] { "EUR", "JPY", "KWD" }[currency % 3]);

        Assert.Equal(money, MoneyText.Parse(money.ToString(), "USD").Amount);
    }

    [Theory]
    [InlineData("90m", 90)]
    [InlineData("4h", 240)]
    [InlineData("7d", 10080)]
    [InlineData("366d", 527040)]
    public void Parse_Duration_IsInMinutes(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), DurationText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0h")]
    [InlineData("1.5h")]
    [InlineData("-1h")]
    [InlineData("4w")]
    [InlineData("367d")]
    [InlineData("99999999m")]
    [InlineData("٤h")]
    public void Parse_NoDuration_IsNothing(string text) => Assert.Null(DurationText.Parse(text));
}

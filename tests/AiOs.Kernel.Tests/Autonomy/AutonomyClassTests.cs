using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Autonomy;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Autonomy;

public sealed class AutonomyClassTests
{
    private static readonly AutonomySubject Booking = new()
    {
        Agent = new AgentName("sales"),
        Kind = new EffectKind("calendar.book"),
        Category = EffectCategory.Reputation,
        Undo = Undo.Compensable,
        Counterparty = CounterpartyClass.Client,
        Cost = new Money(4_999, "EUR"),
        Grounded = true,
    };

    [Theory]
    [InlineData(null, "EUR", "none")]
    [InlineData(0L, "EUR", "none")]
    [InlineData(1L, "EUR", "0-50-eur")]
    [InlineData(5_000L, "EUR", "0-50-eur")]
    [InlineData(5_001L, "EUR", "50-200-eur")]
    [InlineData(20_000L, "EUR", "50-200-eur")]
    [InlineData(20_001L, "EUR", "200-1000-eur")]
    [InlineData(100_000L, "EUR", "200-1000-eur")]
    [InlineData(50L, "JPY", "0-50-jpy")]
    [InlineData(51L, "JPY", "50-200-jpy")]
    [InlineData(50_001L, "KWD", "50-200-kwd")]
    public void Of_Amount_IsInItsBand(long? minor, string currency, string band) =>
        Assert.Equal("sales/calendar.book/client/" + band, AutonomyClass.Of(Booking with { Cost = minor is { } amount ? new Money(amount, currency) : null }));

    [Theory]
    [InlineData(100_001L, "EUR")]
    [InlineData(long.MaxValue, "EUR")]
    [InlineData(-1L, "EUR")]
    [InlineData(1L, "eur")]
    [InlineData(1L, "EURO")]
    [InlineData(1L, "É€R")]
    public void Of_AmountThatHasNoBand_HasNoClass(long minor, string currency) =>
        Assert.Null(AutonomyClass.Of(Booking with { Cost = new Money(minor, currency) }));

    [Fact]
    public void Of_WhatIsAlwaysAsked_HasNoClass()
    {
        Assert.NotNull(AutonomyClass.Of(Booking));
        Assert.Null(AutonomyClass.Of(Booking with { Undo = Undo.Final }));
        Assert.Null(AutonomyClass.Of(Booking with { Undo = null }));
        Assert.Null(AutonomyClass.Of(Booking with { Category = EffectCategory.Contract }));
        Assert.Null(AutonomyClass.Of(Booking with { Kind = EffectKind.PolicyChange }));
        Assert.Null(AutonomyClass.Of(Booking with { Grounded = false }));
    }

    [Theory]
    [InlineData("sales/x")]
    [InlineData("anna@berg.example")]
    [InlineData("größe")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("")]
    public void Of_NameThatIsNoPlainWord_HasNoClass(string name)
    {
        Assert.Null(AutonomyClass.Of(Booking with { Kind = new EffectKind(name) }));
        Assert.Null(AutonomyClass.Of(Booking with { Agent = new AgentName(name) }));
    }

    [Theory]
    [InlineData("sales/calendar.book/client/0-50-EUR")]
    [InlineData("sales/calendar.book/client/0-51-eur")]
    [InlineData("sales/calendar.book/client/none-eur")]
    [InlineData("sales/calendar.book/Client/none")]
    [InlineData("sales/policy.change/none/none")]
    [InlineData("sales/calendar.book/client/none/")]
    [InlineData("sales/calendar.book/client")]
    [InlineData(" sales/calendar.book/client/none")]
    [InlineData("")]
    [InlineData(null)]
    public void Parse_WhatIsNotExactlyAClass_IsNothing(string? text) => Assert.Null(AutonomyClass.Parse(text));

    [Property(MaxTest = 100)]
    public void Parse_AnyClass_GivesItBackInPrintableAscii(string agent, string kind, CounterpartyClass counterparty, long minor)
    {
        var text = AutonomyClass.Of(Booking with { Agent = new AgentName(agent), Kind = new EffectKind("mcp." + kind), Counterparty = counterparty, Cost = new Money(minor * 100, "EUR") })
            ?? AutonomyClass.Of(Booking with { Counterparty = counterparty, Cost = new Money(Math.Abs(minor % 100_000), "CHF") })!;

        Assert.Equal(text, AutonomyClass.Parse(text)?.ToString());
        Assert.All(text, letter => Assert.InRange(letter, '!', '~'));
    }
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Tests.Policy;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("{ kind: email.send }", true)]
    [InlineData("{ kind: EMAIL.send }", true)]
    [InlineData("{ kind: [note.keep, email.*] }", true)]
    [InlineData("{ kind: email }", false)]
    [InlineData("{ kind: email.send.* }", false)]
    [InlineData("{ category: [money, reputation] }", true)]
    [InlineData("{ category: contract }", false)]
    [InlineData("{ agent: sales }", true)]
    [InlineData("{ agent: billing }", false)]
    [InlineData("{ counterparty: client }", true)]
    [InlineData("{ counterparty: [vendor, new, none] }", false)]
    [InlineData("{ counterparty: Anna@Example.com }", true)]
    [InlineData("{ counterparty: \"*@example.com\" }", true)]
    [InlineData("{ counterparty: \"*@ample.com\" }", false)]
    [InlineData("{ counterparty: \"Anna\" }", false)]
    [InlineData("{ currency: EUR }", false)]
    [InlineData("{ spend: ads }", false)]
    [InlineData("{ amount: { upTo: 1000 } }", false)]
    [InlineData("{ provenance: record }", true)]
    [InlineData("{ provenance: [model, operator] }", false)]
    [InlineData("{ provenance: { atLeast: record } }", true)]
    [InlineData("{ provenance: { atLeast: operator } }", false)]
    [InlineData("{ provenance: { below: operator } }", true)]
    [InlineData("{ provenance: { below: record } }", false)]
    [InlineData("{ confidence: { atLeast: 90 } }", true)]
    [InlineData("{ confidence: { below: 90% } }", false)]
    [InlineData("{ time: { from: \"10:00\", to: \"11:00\" } }", true)]
    [InlineData("{ time: { from: \"09:00\", to: \"10:00\" } }", false)]
    [InlineData("{ days: mon }", true)]
    [InlineData("{ days: [tue, wed, thu, fri, sat, sun] }", false)]
    [InlineData("{ quietHours: false }", true)]
    [InlineData("{ quietHours: true }", false)]
    [InlineData("{ final: true }", true)]
    [InlineData("{ final: false }", false)]
    [InlineData("{ kind: email.send, category: money }", false)]
    public void Rule_AgainstAMailToAClient_FitsOrNot(string when, bool fits)
    {
        var judgement = SomePolicy.AllowWhen(when).Judge(SomePolicy.Case);

        Assert.Equal(fits ? ("one", typeof(Verdict.Allow)) : ("no-rule", typeof(Verdict.Ask)), (judgement.Verdict.Rule, judgement.Verdict.GetType()));
        Assert.Equal(fits, judgement.Matched.Count > 0);
    }

    [Theory]
    [InlineData(5000, "EUR", true)]
    [InlineData(5001, "EUR", false)]
    [InlineData(1000, "EUR", false)]
    [InlineData(1001, "EUR", true)]
    [InlineData(2000, "USD", false)]
    [InlineData(-2000, "EUR", false)]
    public void Amount_OverTenUpToFifty_HoldsWithinAndInItsCurrencyOnly(long minor, string currency, bool fits)
    {
        var rule = SomePolicy.AllowWhen("{ amount: { over: 10, upTo: 50.00 EUR } }").Rules[0];

        Assert.Equal(fits, rule.Fits(SomePolicy.Bill with { Cost = new Money(minor, currency) }));
    }

    [Theory]
    [InlineData("22:00", true)]
    [InlineData("23:59", true)]
    [InlineData("00:00", true)]
    [InlineData("05:59", true)]
    [InlineData("06:00", false)]
    [InlineData("21:59", false)]
    public void Time_OverMidnight_HoldsOnBothSides(string time, bool fits) =>
        Assert.Equal(fits, SomePolicy.AllowWhen("{ time: { from: \"22:00\", to: \"06:00\" } }").Rules[0].Fits(SomePolicy.Case with { Local = SomePolicy.At($"2026-11-23T{time}") }));

    /// <summary>The operator's own clock counts, whatever its distance from UTC.</summary>
    [Fact]
    public void Days_OfAnOperatorFarFromUtc_AreTheirOwn()
    {
        var late = SomePolicy.Case with { Local = new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.FromHours(-11)) };

        Assert.True(SomePolicy.AllowWhen("{ days: sun, quietHours: true }").Rules[0].Fits(late));
    }

    [Theory]
    [InlineData("eve@evil.test, anna@example.com")]
    [InlineData("eve@evil.test anna@example.com")]
    [InlineData("eve@evil.test@example.com")]
    [InlineData("\"eve@evil.test\"@example.com")]
    [InlineData("Eve <eve@evil.test>,x@example.com")]
    [InlineData("@example.com")]
    [InlineData("anna@mail.example.com")]
    [InlineData(null)]
    public void Counterparty_OfAHost_TakesOneBareAddressOnly(string? address) =>
        Assert.False(SomePolicy.AllowWhen("{ counterparty: \"*@example.com\" }").Rules[0].Fits(SomePolicy.Case with { Counterparty = address }));

    [Fact]
    public void Case_ThatTellsNothing_FitsNoCondition()
    {
        var empty = new PolicyCase
        {
            Kind = default,
            Category = (EffectCategory)99,
            Agent = default,
            Provenance = (Provenance)99,
            Confidence = default,
            Local = SomePolicy.Case.Local,
        };
        string[] whens = ["kind: mcp.*", "category: internal", "agent: sales", "counterparty: client", "amount: { upTo: 5 }", "currency: EUR", "spend: ads", "provenance: { atLeast: model }", "confidence: { atLeast: 1 }"];

        Assert.DoesNotContain(whens, when => SomePolicy.AllowWhen($"{{ {when} }}").Rules[0].Fits(empty));
    }

    [Fact]
    public void Weakest_OfNothing_IsTheOperators()
    {
        Assert.Equal(Provenance.Operator, Provenances.Weakest([]));
        Assert.Equal(Provenance.External, Provenances.Weakest([Provenance.Record, Provenance.External, Provenance.Model]));
        Assert.Equal(Provenance.Model, Provenances.Weakest([Provenance.Operator, Provenance.Model, Provenance.Record]));
    }

    [Fact]
    public void Matched_Conditions_SayWhatWasWantedAndWhatIs()
    {
        var judgement = SomePolicy.AllowWhen("{ kind: payment.*, amount: { upTo: 100 }, days: [mon, tue] }").Judge(SomePolicy.Bill with { Agent = new AgentName("billing") });

        Assert.Equal(
            [new("kind", "payment.*", "payment.send"), new("amount", "at most 100.00 EUR", "80.00 EUR"), new("days", "Monday or Tuesday", "Monday")],
            judgement.Matched);
    }
}

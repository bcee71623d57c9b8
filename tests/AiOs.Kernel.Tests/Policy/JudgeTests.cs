using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Tests.Policy;

public sealed class JudgeTests
{
    private const string Vendors = """
        version: 1
        autoReject:
          - { name: no-casino, when: { counterparty: "*@casino.test" }, because: Never. }
        rules:
          - { name: small-known-vendors, when: { category: money, counterparty: vendor, amount: { upTo: 50 } }, then: allow, because: Small. }
          - { name: huge, when: { amount: { over: 5000 } }, then: deny, because: Too much. }
          - { name: money-asks, when: { category: money }, then: ask, because: Money. }
        """;

    [Fact]
    public void Judge_AutoRejected_IsDeniedBeforeAnyRule()
    {
        var verdict = SomePolicy.Read(Vendors).Judge(SomePolicy.Bill with { Counterparty = "joe@casino.test", Cost = new Money(1, "EUR") }).Verdict;

        Assert.Equal(new Verdict.Deny("no-casino", "Never."), verdict);
    }

    [Fact]
    public void Counterfactual_AmountTooLarge_NamesTheRuleTheLimitAndTheAmount()
    {
        var judgement = SomePolicy.Read(Vendors).Judge(SomePolicy.Bill);

        Assert.Equal("money-asks", judgement.Verdict.Rule);
        Assert.Equal(
            "'small-known-vendors' would have allowed this if the amount were at most 50.00 EUR (it is 80.00 EUR).",
            judgement.Counterfactuals[0].Sentence);
        Assert.Equal([new MatchedCondition("amount", "at most 50.00 EUR", "80.00 EUR")], judgement.Counterfactuals[0].Missing);
        Assert.Equal("'huge' would have refused this if the amount were over 5000.00 EUR (it is 80.00 EUR).", judgement.Counterfactuals[1].Sentence);
    }

    [Fact]
    public void Counterfactual_OtherCurrency_SaysThatItIsNotCompared()
    {
        var judgement = SomePolicy.Read(Vendors).Judge(SomePolicy.Bill with { Cost = new Money(100, "USD") });

        Assert.Equal("money-asks", judgement.Verdict.Rule);
        Assert.Contains("(it is 1.00 USD, and amounts in USD are not compared with EUR)", judgement.Because(), StringComparison.Ordinal);
        Assert.Contains("the amount were in EUR (it is 1.00 USD)", judgement.Because(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counterfactual_RuleInTheShade_NamesTheOneBeforeIt()
    {
        var judgement = SomePolicy.Read(Vendors).Judge(SomePolicy.Bill with { Cost = new Money(100, "EUR") });

        Assert.IsType<Verdict.Allow>(judgement.Verdict);
        Assert.Contains("'money-asks' would have asked for one tap if 'small-known-vendors' did not come first.", judgement.Because(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counterfactual_UngroundedRecipient_SaysWhatWouldGroundIt()
    {
        var judgement = SomePolicy.AllowWhen("{ category: reputation }").Judge(SomePolicy.Case with { Provenance = Provenance.External, UngroundedNames = ["recipient", "url"] });

        Assert.Equal((KernelFloors.Ungrounded, "one"), (judgement.Verdict.Rule, judgement.Rule));
        Assert.Equal("What stands only in somebody else's words is never done unasked: recipient and url.", judgement.Verdict.Sentence);
        Assert.Equal(
            "'one' would have allowed this if your Records or your own words had named recipient and url (only outside content does).",
            Assert.Single(judgement.Counterfactuals).Sentence);
    }

    [Theory]
    [InlineData("allow", 2, KernelFloors.PolicyChange)]
    [InlineData("ask", 2, KernelFloors.PolicyChange)]
    [InlineData("ask-2", 2, "one")]
    [InlineData("ask-3", 3, "one")]
    public void Floor_PolicyChange_AsksForMoreThanATap(string then, int tier, string rule)
    {
        var policy = SomePolicy.Read($"version: 1\nrules:\n  - {{ name: one, when: {{ kind: policy.change }}, then: {then}, because: So. }}\n");
        var ask = Assert.IsType<Verdict.Ask>(policy.Judge(SomePolicy.Case with { Kind = new EffectKind("Policy.Change"), Category = EffectCategory.Internal }).Verdict);

        Assert.Equal((rule, tier), (ask.Rule, ask.Tier));
    }

    [Fact]
    public void Floor_PolicyChangeDenied_StaysDenied()
    {
        var policy = SomePolicy.Read("version: 1\nrules:\n  - { name: one, when: { kind: policy.* }, then: deny, because: So. }\n");

        Assert.Equal("one", Assert.IsType<Verdict.Deny>(policy.Judge(SomePolicy.Case with { Kind = new EffectKind("policy.change") }).Verdict).Rule);
    }

    [Fact]
    public void Floor_MoneyNoCapCanCount_IsAsked()
    {
        var policy = SomePolicy.AllowWhen("{ category: [money, internal] }");

        Assert.IsType<Verdict.Allow>(policy.Judge(SomePolicy.Bill).Verdict);
        Assert.Equal(KernelFloors.CurrencyUncounted, policy.Judge(SomePolicy.Bill with { Cost = new Money(1, "USD") }).Verdict.Rule);
        Assert.Equal(KernelFloors.CostUnknown, policy.Judge(SomePolicy.Bill with { Cost = null }).Verdict.Rule);
        Assert.Equal(KernelFloors.CostUnknown, policy.Judge(SomePolicy.Bill with { Cost = new Money(-1, "EUR") }).Verdict.Rule);
        Assert.IsType<Verdict.Allow>(policy.Judge(SomePolicy.Bill with { Cost = new Money(1, "USD"), Category = EffectCategory.Internal }).Verdict);
    }
}

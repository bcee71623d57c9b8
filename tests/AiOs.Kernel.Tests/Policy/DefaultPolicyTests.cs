using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Kernel.Policy;

namespace AiOs.Kernel.Tests.Policy;

public sealed class DefaultPolicyTests
{
    [Theory]
    [InlineData(EffectCategory.Money, "money-asks")]
    [InlineData(EffectCategory.Contract, "contract-asks")]
    [InlineData(EffectCategory.Reputation, "reputation-asks")]
    [InlineData((EffectCategory)99, "unknown-asks")]
    public void Judge_WhatLeavesCostsOrBinds_Asks(EffectCategory category, string rule)
    {
        var ask = Assert.IsType<Verdict.Ask>(DefaultPolicy.Judge(category));

        Assert.Equal((rule, 1), (ask.Rule, ask.Tier));
        Assert.EndsWith(".", ask.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_Internal_Allows()
    {
        var allow = Assert.IsType<Verdict.Allow>(DefaultPolicy.Judge(EffectCategory.Internal));

        Assert.Equal("internal-allowed", allow.Rule);
    }

    [Fact]
    public void Judge_EveryCategory_AllowsInternalAndNothingElse() =>
        Assert.Equal([EffectCategory.Internal], Enum.GetValues<EffectCategory>().Where(category => DefaultPolicy.Judge(category) is Verdict.Allow));
}

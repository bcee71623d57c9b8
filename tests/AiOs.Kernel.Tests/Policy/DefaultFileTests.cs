using System.Text.RegularExpressions;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Tests.Policy;

public sealed partial class DefaultFileTests
{
    [Theory]
    [InlineData(EffectCategory.Internal, "internal-allowed", typeof(Verdict.Allow))]
    [InlineData(EffectCategory.Money, "money-asks", typeof(Verdict.Ask))]
    [InlineData(EffectCategory.Contract, "contract-asks", typeof(Verdict.Ask))]
    [InlineData(EffectCategory.Reputation, "reputation-asks", typeof(Verdict.Ask))]
    [InlineData((EffectCategory)99, "no-rule", typeof(Verdict.Ask))]
    public void Judge_ByTheDefaultFile_AsksWhatLeavesCostsOrBinds(EffectCategory category, string rule, Type answer)
    {
        var verdict = SomePolicy.Read(SomePolicy.DefaultText).Judge(SomePolicy.Case with { Category = category }).Verdict;

        Assert.Equal((rule, answer), (verdict.Rule, verdict.GetType()));
        Assert.True(verdict is not Verdict.Ask ask || ask.Tier == 1);
    }

    [Theory]
    [InlineData("EUR", 50_000)]
    [InlineData("JPY", 500)]
    [InlineData("KWD", 500_000)]
    public void Read_InAnyCurrency_TakesTheDefaultFileAsItIs(string currency, long minor)
    {
        var good = Assert.IsType<PolicyReading.Good>(PolicyReader.Read(SomePolicy.DefaultText, currency));

        Assert.Equal(new Money(minor, currency), good.Document.Caps.CapOf(null, CapPeriod.Day));
        Assert.Equal(AutonomySettings.UsualIn(currency), good.Document.Autonomy);
    }

    [Fact]
    public void Read_DefaultFile_SaysWhatItIsWhenLeftOut()
    {
        var file = SomePolicy.Read(SomePolicy.DefaultText);
        var bare = SomePolicy.Read("version: 1\nrules: []\n");

        Assert.Equal((bare.Approvals, bare.InterruptionsPerDay, bare.Autonomy), (file.Approvals, file.InterruptionsPerDay, file.Autonomy));
        Assert.Equal(bare.Escalation, file.Escalation);
        Assert.Equal(new TimeWindow(new TimeOnly(20, 0), new TimeOnly(7, 0)), file.QuietHours);
        Assert.Equal(new Money(200, "EUR"), file.Caps.ModelCap(CapPeriod.Day));
        Assert.Null(file.Caps.ModelCapOf(new AgentName("sales"), CapPeriod.Day));
    }

    /// <summary>An example that does not work teaches the wrong thing.</summary>
    [Fact]
    public void Read_DefaultFileWithItsExamples_IsGood()
    {
        var text = Example().Replace(SomePolicy.DefaultText, match => match.Groups[1].Value + match.Groups[2].Value)
            .Replace("autoReject: []", "autoReject:", StringComparison.Ordinal);
        var document = SomePolicy.Read(text);

        Assert.Equal(["large-amounts", "small-known-vendors", "nothing-public-at-night"], document.Rules.Take(3).Select(rule => rule.Name));
        Assert.Equal("no-bulk-mail", Assert.Single(document.AutoRejects).Name);
        Assert.Equal(new Money(20000, "EUR"), document.Caps.CapOf("ads", CapPeriod.Month));
        Assert.Equal(new Money(100, "EUR"), document.Caps.ModelCapOf(new AgentName("sales"), CapPeriod.Day));
    }

    [GeneratedRegex(@"^( *)# ((?:- name:|  when:|  then:|  because:|agents:|  sales:|ads:).*)$", RegexOptions.Multiline)]
    private static partial Regex Example();
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Trials;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

public sealed class PolicyTrialTests
{
    private static readonly DateTimeOffset Start = SomePolicy.At("2026-11-01T09:00");

    [Fact]
    public void Run_DraftThatAllowsSmallBills_NamesThemInTheirOrder()
    {
        var now = SomePolicy.Read(SomePolicy.DefaultText);
        var draft = SomePolicy.Read(SomePolicy.DefaultText.Replace(
            "rules:\n",
            "rules:\n  - { name: small, when: { category: money, amount: { upTo: 50 } }, then: allow, because: Small. }\n"
            + "  - { name: mail, when: { kind: email.send }, then: ask, because: Mail. }\n",
            StringComparison.Ordinal));
        long[] costs = [4000, 8000, 1000];
        var past = costs.Select((minor, day) => SomePolicy.Bill with { Cost = new Money(minor, "EUR") })
            .Append(SomePolicy.Case)
            .Select((effect, day) => new PastEffect(effect, now.Judge(effect).Verdict, "approved unedited", Start.AddDays(-day)))
            .ToList();

        var report = PolicyTrial.Run(past, draft);

        Assert.Equal((4, 2, 1), (report.Examined, report.Same, report.OtherRule));
        Assert.Equal([1000L, 4000L], report.Differences.Select(one => one.Past.Case.Cost!.Minor));
        Assert.All(report.Differences, one => Assert.Equal(("money-asks", "small", "Small.", true), (one.RuleBefore, one.RuleAfter, one.SentenceAfter, one.Milder)));
        Assert.Equal([(PolicyAnswer.Ask, PolicyAnswer.Allow, 2)], report.Counts);
    }

    [Property(MaxTest = 40)]
    public void Run_AgainstThePolicyThatJudged_FindsNothing(byte[] script)
    {
        var draw = new Draw(script);
        var policy = SomePolicy.Read(draw.Text(4));
        var past = Enumerable.Range(0, 10).Select(_ => draw.Case()).Select(effect => new PastEffect(effect, policy.Judge(effect).Verdict, "", Start)).ToList();

        var report = PolicyTrial.Run(past, policy);

        Assert.Equal((10, 0, 0), (report.Examined, report.OtherRule, report.Differences.Count));
    }

    [Fact]
    public void Run_OfDifferentTiers_CountsEachWay()
    {
        Verdict[] before = [new Verdict.Deny("x", ""), new Verdict.Ask("x", "", 3), new Verdict.Ask("x", "", 3), new Verdict.Allow("x", "")];
        var past = before.Select(verdict => new PastEffect(SomePolicy.Case with { Category = EffectCategory.Contract }, verdict, "", Start)).ToList();

        var report = PolicyTrial.Run(past, SomePolicy.Read(SomePolicy.DefaultText));

        Assert.Equal(
            [(PolicyAnswer.Allow, PolicyAnswer.Ask, 1), (PolicyAnswer.Ask3, PolicyAnswer.Ask, 2), (PolicyAnswer.Deny, PolicyAnswer.Ask, 1)],
            report.Counts);
        Assert.Equal(3, report.Differences.Count(one => one.Milder));
    }
}

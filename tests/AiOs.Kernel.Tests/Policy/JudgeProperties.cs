using AiOs.Contracts.Approvals;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Judging;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Policy;

/// <summary>What holds for every policy and every case.</summary>
public sealed class JudgeProperties
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Property(MaxTest = 80)]
    public void Judge_AnyPolicy_TheFirstRuleThatFitsDecides(byte[] script)
    {
        var draw = new Draw(script);
        var policy = SomePolicy.Read(draw.Text(draw.Below(6)));
        var effect = draw.Case();
        var first = policy.AutoRejects.Concat(policy.Rules).FirstOrDefault(rule => rule.When.All(condition => condition.Holds(effect)));
        var judgement = policy.Judge(effect);

        Assert.Equal(first?.Name ?? "no-rule", judgement.Rule);
        Assert.True(first is not null || judgement.Verdict is Verdict.Ask);
        Assert.True(PolicyAnswers.Of(judgement.Verdict) >= (first?.Then ?? PolicyAnswer.Ask));
    }

    [Property(MaxTest = 50)]
    public void Judge_RuleAddedBelowTheMatch_ChangesNothing(byte[] script)
    {
        var draw = new Draw(script);
        var text = draw.Text(1 + draw.Below(5));
        var effect = draw.Case();
        var before = SomePolicy.Read(text).Judge(effect);
        var after = SomePolicy.Read(text + draw.Rule(99)).Judge(effect);

        Assert.True(before.Rule == "no-rule" || before.Verdict == after.Verdict);
        Assert.True(before.Rule != "no-rule" || after.Rule is "no-rule" or "rule-99");
    }

    [Property(MaxTest = 50)]
    public void Judge_SameCaseTwice_SaysTheSame(byte[] script)
    {
        var (text, again) = (new Draw(script), new Draw(script));
        var one = SomePolicy.Read(text.Text(4)).Judge(text.Case());
        var other = SomePolicy.Read(again.Text(4)).Judge(again.Case());

        Assert.Equal(one.Verdict, other.Verdict);
        Assert.Equal(one.Matched, other.Matched);
        Assert.Equal(one.Because(), other.Because());
    }

    [Property(MaxTest = 50)]
    public void Counterfactuals_OfAnyCase_AreFewAndAnswerOtherwise(byte[] script)
    {
        var draw = new Draw(script);
        var judgement = SomePolicy.Read(draw.Text(8)).Judge(draw.Case());

        Assert.InRange(judgement.Counterfactuals.Count, 0, 3);
        Assert.All(judgement.Counterfactuals, one => Assert.NotEqual(PolicyAnswers.Of(judgement.Verdict), one.Answer));
        Assert.All(judgement.Counterfactuals, one => Assert.Contains(" if ", one.Sentence, StringComparison.Ordinal));
    }

    /// <summary>The control is the policy's own rule without the floors: it does allow such cases, and often.</summary>
    [Fact]
    public void Floors_OverManyPolicies_HoldAndAreNeeded()
    {
        var (external, changes, uncounted) = (0, 0, 0);
        foreach (var (draw, policy) in Enumerable.Range(0, 100).Select(Drawn).SelectMany(one => Enumerable.Repeat(one, 30)))
        {
            var effect = draw.Case();
            var judgement = policy.Judge(effect);
            var own = policy.AutoRejects.Concat(policy.Rules).FirstOrDefault(rule => rule.Name == judgement.Rule)?.Then;
            var answer = PolicyAnswers.Of(judgement.Verdict);
            if (effect.Provenance == Provenance.External || effect.UngroundedNames.Count > 0)
            {
                Assert.NotEqual(PolicyAnswer.Allow, answer);
                external += own == PolicyAnswer.Allow ? 1 : 0;
            }

            if (effect.Kind.Value == "policy.change")
            {
                Assert.True(answer >= PolicyAnswer.Ask2);
                changes += own < PolicyAnswer.Ask2 ? 1 : 0;
            }

            if (effect is { Cost.Currency: "USD", Category: not Contracts.Effects.EffectCategory.Internal } or { Spend: not null, Cost: null })
            {
                Assert.NotEqual(PolicyAnswer.Allow, answer);
                uncounted += own == PolicyAnswer.Allow ? 1 : 0;
            }
        }

        Assert.True(external > 50 && changes > 50 && uncounted > 50, $"{external} external, {changes} changes, {uncounted} uncounted");
    }

    /// <summary>"Always ask" and "auto-reject" only ever make an answer stricter, or ask where nothing was known.</summary>
    [Property(MaxTest = 50)]
    public void Judge_AfterAskingOrRejectingAmendments_IsNeverMilder(byte[] script)
    {
        var draw = new Draw(script);
        var text = draw.Text(draw.Below(5));
        var before = SomePolicy.Read(text);
        for (var number = 0; number < 4; number++)
        {
            var amendment = draw.Amendment(0);
            text = amendment is PolicyAmendment.RemoveCap ? text : PolicyText.Amend(text, amendment, Day);
        }

        var after = SomePolicy.Read(text);
        for (var number = 0; number < 10; number++)
        {
            var effect = draw.Case();
            Assert.True(PolicyAnswers.Of(after.Judge(effect).Verdict) >= PolicyAnswers.Of(before.Judge(effect).Verdict));
        }
    }

    private static (Draw Draw, Kernel.Policy.PolicyDocument Policy) Drawn(int number)
    {
        var draw = new Draw(BitConverter.GetBytes(number));
        return (draw, SomePolicy.Read(draw.Text(1 + draw.Below(4))));
    }
}

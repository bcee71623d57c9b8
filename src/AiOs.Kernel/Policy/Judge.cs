using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Policy;

/// <summary>Gives the verdict on an effect: the policy, then the caps, then autonomy. Pure.</summary>
internal static class Judge
{
    public static Verdict Verdict(WorkItem item, EffectAttempt effect, Surroundings around) => around.Policy.Judge(effect.Line.Category);

    /// <summary>A no that is found only when an effect is about to run.</summary>
    public static EffectJudged Denied(EffectAttempt effect, string rule, string sentence, Surroundings around) =>
        new(effect.Id, EffectJudged.AnswerKind.Deny, 0, rule, sentence, around.Policy.Version);

    /// <summary>Whether the money for an effect is there at this position; a cap is looked at again right before an attempt.</summary>
    public static EffectJudged? OverCap(EffectAttempt effect, Surroundings around) => null;

    public static EffectJudged Of(WorkItem item, EffectAttempt effect, Surroundings around)
    {
        var verdict = Verdict(item, effect, around);
        var (answer, tier) = verdict switch
        {
            Contracts.Approvals.Verdict.Allow => (EffectJudged.AnswerKind.Allow, 0),
            Contracts.Approvals.Verdict.Ask ask => (EffectJudged.AnswerKind.Ask, ask.Tier),
            _ => (EffectJudged.AnswerKind.Deny, 0),
        };
        return new EffectJudged(effect.Id, answer, tier, verdict.Rule, verdict.Sentence, around.Policy.Version)
        {
            Cost = effect.Grounds.Cost,
            Spend = effect.Grounds.Spend,
        };
    }
}

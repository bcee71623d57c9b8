using AiOs.Contracts.Ids;
using AiOs.Kernel.Autonomy;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy;

/// <summary>
/// A policy that was read and is whole. Judging is pure: the same case gets the same answer.
/// What is auto-rejected is denied first. Then the first rule of the file that fits decides, and no fit asks.
/// What the operator added by "always ask" only ever makes an answer stricter, and so do the kernel's floors.
/// </summary>
internal sealed record PolicyDocument
{
    /// <summary>SHA-256 of the text: the policy's version as an approval cites it.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The workspace's currency, the one that caps are counted in.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<PolicyRule> AutoRejects { get; init; }

    /// <summary>The rules of "always ask", the newest first.</summary>
    public required IReadOnlyList<PolicyRule> AlwaysAsks { get; init; }

    public required IReadOnlyList<PolicyRule> Rules { get; init; }

    public required Caps Caps { get; init; }

    /// <summary>Nothing when the operator has none.</summary>
    public required TimeWindow? QuietHours { get; init; }

    public required int InterruptionsPerDay { get; init; }

    public required ApprovalTimes Approvals { get; init; }

    /// <summary>The rungs in the order they come.</summary>
    public required IReadOnlyList<EscalationStep> Escalation { get; init; }

    public required AutonomySettings Autonomy { get; init; }

    /// <summary>Every change made from chat, also those that were taken back.</summary>
    public required IReadOnlyList<ListedAmendment> Amendments { get; init; }

    public Judgement Judge(PolicyCase effect)
    {
        var decided = Decide(effect);
        var floor = KernelFloors.Over(decided.Then, effect, Currency).FirstOrDefault();
        var verdict = floor is null
            ? decided.Then.ToVerdict(decided.Name, decided.Because)
            : floor.AtLeast.ToVerdict(floor.Rule, floor.Sentence);
        var matched = decided.When.Select(condition => condition.Against(effect)).ToList();
        return new Judgement(verdict, decided.Name, matched, Counterfactuals.Of(this, effect, verdict));
    }

    private PolicyRule Decide(PolicyCase effect)
    {
        if (AutoRejects.FirstOrDefault(rule => rule.Fits(effect)) is { } rejected)
        {
            return rejected;
        }

        var own = Rules.FirstOrDefault(rule => rule.Fits(effect)) ?? PolicyRule.NoRule;
        var asked = AlwaysAsks.Where(rule => rule.Fits(effect)).MaxBy(rule => rule.Then);
        return asked is not null && asked.Then >= own.Then ? asked : own;
    }
}

using AiOs.Contracts.Events;
using AiOs.Simulation.Models;
using AiOs.Simulation.Scripts;
using AiOs.Simulation.Worlds;

namespace AiOs.Simulation.Invariants.Trust;

/// <summary>Nothing is granted, and no plan is begun on a yes, where a value that the card relied on differs by now or the policy asks for more.</summary>
internal sealed class GroundHolds(long seed) : Invariant
{
    private readonly Dictionary<string, PolicyPlan?> _plans = [];

    public override Happening? Harm => Happening.Unapproved;

    public override string? OnEvent(ItemModel item, SeenEvent seen)
    {
        var approval = seen.Event switch
        {
            ApprovalGranted granted => item.Journal.Approvals.GetValueOrDefault(granted.Approval),
            EffectRequested requested => BegunOn(item, requested),
            _ => null,
        };
        return approval is null ? null : Changed(item.Journal, approval) ?? Stricter(item.Journal, approval);
    }

    /// <summary>The yes that a plan stands on, where this is the first thing that it does.</summary>
    private static ApprovalModel? BegunOn(ItemModel item, EffectRequested requested) =>
        item.Approvals.LastOrDefault(one => one.Asked.Effects.Contains(requested.Effect)) is { Decision: ApprovalGranted } approval
        && approval.Asked.Effects.All(effect => item.Journal.Effects[effect].Requests.Count == 0)
            ? approval
            : null;

    private static string? Changed(JournalModel journal, ApprovalModel approval)
    {
        foreach (var relied in approval.Asked.Personal?.Relies ?? [])
        {
            var now = journal.Records.GetValueOrDefault(relied.Record)?.GetValueOrDefault(relied.Field);
            if (now != relied.Value)
            {
                return $"{approval.Asked.Approval} counts though {relied.Field} of {relied.Record} was '{relied.Value}' on the card and is '{now ?? "gone"}'.";
            }
        }

        return null;
    }

    private string? Stricter(JournalModel journal, ApprovalModel approval)
    {
        if (journal.PolicyVersion == approval.Asked.Policy)
        {
            return null;
        }

        var plan = PlanOf(journal);
        foreach (var id in approval.Asked.Effects)
        {
            var effect = journal.Effects[id];
            var tier = plan?.TierOf(effect.Line.Category, effect.Judged?.Cost?.Minor) ?? PolicyPlan.BuiltIn(effect.Line.Category);
            if (tier > approval.Asked.Tier)
            {
                return $"{approval.Asked.Approval} of tier {approval.Asked.Tier} counts though {journal.PolicyVersion} wants {(tier == PolicyPlan.No ? "none of it" : "tier " + tier)} for {effect.Line.Kind}.";
            }
        }

        return null;
    }

    private PolicyPlan? PlanOf(JournalModel journal)
    {
        if (!_plans.TryGetValue(journal.PolicyVersion, out var plan))
        {
            _plans[journal.PolicyVersion] = plan = PolicyPlan.In(seed, journal.PolicyText);
        }

        return plan;
    }
}

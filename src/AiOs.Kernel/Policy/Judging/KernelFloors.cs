using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>
/// What holds whatever the policy says. An owned field takes no agent's word; Records are merged, and drift is repaired, by the operator alone. What stands only in outside content is asked; a change of the policy
/// is asked with its words typed; and money that no cap could count is asked.
/// </summary>
internal static class KernelFloors
{
    public const string Ungrounded = "ungrounded";
    public const string PolicyChange = "policy-change-asks";
    public const string CostUnknown = "cost-unknown-asks";
    public const string CurrencyUncounted = "currency-uncounted-asks";

    public const string PlaybookChange = "playbook-change-asks";
    public const string RecordMerge = "record-merge-asks";
    public const string Drift = "drift-asks";
    public const string OwnedField = "owned-field";
    public const string OwnedFieldCopied = "owned-field-copied-asks";

    private const string PolicyChangeKind = "policy.change";

    public static IReadOnlyList<string> Names { get; } = [Ungrounded, PolicyChange, CostUnknown, CurrencyUncounted, PlaybookChange, RecordMerge, Drift, OwnedField, OwnedFieldCopied];

    /// <summary>The floors that make this answer stricter.</summary>
    public static IEnumerable<Floor> Over(PolicyAnswer answer, PolicyCase effect, string currency) =>
        Applying(effect, currency).Where(floor => floor.AtLeast > answer);

    private static IEnumerable<Floor> Applying(PolicyCase effect, string currency) => OfRecords(effect).Concat(OfWords(effect)).Concat(OfMoney(effect, currency));

    private static IEnumerable<Floor> OfWords(PolicyCase effect)
    {
        if (string.Equals(effect.Kind.Value, PolicyChangeKind, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Floor(PolicyChange, "A change of the policy always takes more than one tap.", PolicyAnswer.Ask2, null);
        }

        if (effect.UngroundedNames.Count > 0 || Provenances.Rank(effect.Provenance) == Provenances.Rank(Provenance.External))
        {
            var what = effect.UngroundedNames.Count > 0 ? Phrases.And(effect.UngroundedNames) : "a value of it";
            yield return new Floor(
                Ungrounded,
                $"What stands only in somebody else's words is never done unasked: {what}.",
                PolicyAnswer.Ask,
                $"your Records or your own words had named {what} (only outside content does)");
        }
    }

    /// <summary>That two Records are about the same is the operator's to say, and so is what stands in a field that a system owns.</summary>
    private static IEnumerable<Floor> OfRecords(PolicyCase effect)
    {
        if (effect.UnownedNames.Count > 0 && effect.Agent != AgentName.Kernel)
        {
            var what = Phrases.And(effect.UnownedNames);
            yield return new Floor(OwnedField, $"It is not an agent's to say what stands in {what}, and your own words do not say it.", PolicyAnswer.Deny, $"your own words had said {what}");
        }

        if (effect.Kind == EffectKind.RecordMerge || effect.Kind == EffectKind.RecordUnmerge)
        {
            yield return new Floor(RecordMerge, "Whether two Records are about the same is for you to say.", PolicyAnswer.Ask, null);
        }

        if (effect.Kind == EffectKind.PlaybookChange)
        {
            yield return new Floor(PlaybookChange, "What a playbook does is for you to say.", PolicyAnswer.Ask, null);
        }

        if (effect.Agent == AgentName.Reconciliation)
        {
            yield return new Floor(Drift, "Which of two systems is right is for you to say.", PolicyAnswer.Ask, null);
        }

        if (effect.CopiedNames.Count > 0)
        {
            yield return new Floor(OwnedFieldCopied, $"What stands in {Phrases.And(effect.CopiedNames)} comes from another Record, and only you can say that it is the same here.", PolicyAnswer.Ask, null);
        }
    }

    private static IEnumerable<Floor> OfMoney(PolicyCase effect, string currency)
    {
        if (effect.Spend is not null && effect.Cost is null or { Minor: < 0 })
        {
            yield return new Floor(CostUnknown, "Money goes out and nobody can tell how much, so no cap could hold it.", PolicyAnswer.Ask, "its cost were known");
        }

        if (effect.Category != EffectCategory.Internal && effect.Cost is { } cost && cost.Currency != currency)
        {
            yield return new Floor(
                CurrencyUncounted,
                $"Your caps are counted in {currency}, so they cannot hold an amount in another currency.",
                PolicyAnswer.Ask,
                $"the amount were in {currency} (it is {cost})");
        }
    }
}

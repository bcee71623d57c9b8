using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Policy.Judging;

/// <summary>
/// What holds whatever the policy says, the strictest first. What stands only in outside content is asked; a change of the policy
/// is asked with its words typed; and money that no cap could count is asked.
/// </summary>
internal static class KernelFloors
{
    public const string Ungrounded = "ungrounded";
    public const string PolicyChange = "policy-change-asks";
    public const string CostUnknown = "cost-unknown-asks";
    public const string CurrencyUncounted = "currency-uncounted-asks";

    private const string PolicyChangeKind = "policy.change";

    public static IReadOnlyList<string> Names { get; } = [Ungrounded, PolicyChange, CostUnknown, CurrencyUncounted];

    /// <summary>The floors that make this answer stricter.</summary>
    public static IEnumerable<Floor> Over(PolicyAnswer answer, PolicyCase effect, string currency) =>
        Applying(effect, currency).Where(floor => floor.AtLeast > answer);

    private static IEnumerable<Floor> Applying(PolicyCase effect, string currency) => OfWords(effect).Concat(OfMoney(effect, currency));

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

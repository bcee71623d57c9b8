using AiOs.Contracts.Approvals;
using AiOs.Contracts.Json;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>Where the weakest of its values comes from.</summary>
/// <param name="Any">The ranks that fit.</param>
/// <param name="Wording">What was written: <c>record or better</c>.</param>
internal sealed record ProvenanceCondition(IReadOnlyList<Provenance> Any, string Wording) : Condition("provenance", "provenance", 1)
{
    public override string Wanted => Wording;

    public override bool Holds(PolicyCase effect) => Any.Any(one => Provenances.Rank(one) == Provenances.Rank(effect.Provenance));

    public override string Actual(PolicyCase effect) => KebabEnumConverter<Provenance>.ToText(effect.Provenance);
}

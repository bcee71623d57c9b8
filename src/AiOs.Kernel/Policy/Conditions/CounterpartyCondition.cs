using AiOs.Contracts.Approvals;
using AiOs.Contracts.Json;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>Who is on the other side: a class, an address, all of a host, or a name.</summary>
internal sealed record CounterpartyCondition(IReadOnlyList<CounterpartyPattern> Patterns) : Condition("counterparty", "counterparty", 2)
{
    public override string Wanted => Phrases.Or([.. Patterns.Select(pattern => pattern.ToString())]);

    public override bool Holds(PolicyCase effect) => Patterns.Any(pattern => pattern.Fits(effect));

    public override string Actual(PolicyCase effect) => effect switch
    {
        { Counterparty: null, CounterpartyClass: CounterpartyClass.None } => "none",
        { Counterparty: null } => KebabEnumConverter<CounterpartyClass>.ToText(effect.CounterpartyClass),
        _ => $"{effect.Counterparty}, {KebabEnumConverter<CounterpartyClass>.ToText(effect.CounterpartyClass)}",
    };
}

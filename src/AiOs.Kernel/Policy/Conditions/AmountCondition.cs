using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>What it costs. An amount in another currency never fits, nor does one below zero.</summary>
/// <param name="Over">The cost is more than this; nothing for no lower end.</param>
/// <param name="UpTo">The cost is this or less, in the same currency; nothing for no upper end.</param>
internal sealed record AmountCondition(Money? Over, Money? UpTo) : Condition("amount", "amount", 1)
{
    public override string Wanted => (Over, UpTo) switch
    {
        ({ } over, { } upTo) => $"over {over} and at most {upTo}",
        ({ } over, null) => $"over {over}",
        _ => $"at most {UpTo}",
    };

    private string? Currency => (Over ?? UpTo)?.Currency;

    public override bool Holds(PolicyCase effect) =>
        effect.Cost is { Minor: >= 0 } cost
        && cost.Currency == Currency
        && (Over is null || cost.Minor > Over.Minor)
        && (UpTo is null || cost.Minor <= UpTo.Minor);

    public override string Actual(PolicyCase effect) => effect.Cost switch
    {
        null => "not known",
        { } cost when cost.Currency != Currency => $"{cost}, and amounts in {cost.Currency} are not compared with {Currency}",
        { } cost => cost.ToString(),
    };
}

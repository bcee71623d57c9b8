namespace AiOs.Kernel.Policy.Conditions;

/// <summary>The currency of its cost.</summary>
internal sealed record CurrencyCondition(IReadOnlyList<string> Currencies) : WordCondition("currency", "currency", 2, Currencies)
{
    protected override string? WordOf(PolicyCase effect) => effect.Cost?.Currency;
}

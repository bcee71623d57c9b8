namespace AiOs.Kernel.Policy.Conditions;

/// <summary>What the money goes to.</summary>
internal sealed record SpendCondition(IReadOnlyList<string> Categories) : WordCondition("spend", "spend category", 2, Categories)
{
    protected override string? WordOf(PolicyCase effect) => effect.Spend;
}

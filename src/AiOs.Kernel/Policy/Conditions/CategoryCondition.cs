using AiOs.Contracts.Effects;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Policy.Conditions;

/// <summary>What the effect touches.</summary>
internal sealed record CategoryCondition(IReadOnlyList<string> Categories) : WordCondition("category", "category", 3, Categories)
{
    protected override string? WordOf(PolicyCase effect) => KebabEnumConverter<EffectCategory>.ToText(effect.Category);
}

using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Effects;

/// <summary>What the kernel has to know of an effect to judge it: read by the connector from the exact bytes and nothing else.</summary>
public sealed record EffectFacts
{
    /// <summary>An effect that touches nobody, costs nothing and names nothing sensitive.</summary>
    public static EffectFacts None { get; } = new();

    /// <summary>Whom it touches: the mail address or name that rules and autonomy go by; nothing where it touches nobody.</summary>
    public string? Counterparty { get; init; }

    /// <summary>What it spends of the business's money, in minor units and never negative; nothing where it spends none.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the money is for, such as <c>ads</c>: lower case letters, digits and hyphens; caps go by it.</summary>
    public string? Spend { get; init; }

    /// <summary>The values to look up, in the order in which they stand.</summary>
    public IReadOnlyList<SensitiveValue> Values { get; init; } = [];
}

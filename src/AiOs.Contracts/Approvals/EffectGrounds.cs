using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Approvals;

/// <summary>What the kernel found out about one effect before it was judged.</summary>
public sealed record EffectGrounds
{
    /// <summary>Whom it touches.</summary>
    public string? Counterparty { get; init; }

    /// <summary>What Records know of them.</summary>
    public CounterpartyClass Class { get; init; }

    /// <summary>What it spends, in minor units.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the money is for.</summary>
    public string? Spend { get; init; }

    /// <summary>Each sensitive value with where it stands.</summary>
    public IReadOnlyList<GroundedValue> Values { get; init; } = [];

    /// <summary>Values in which Records say something else than the message, one sentence each.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];
}

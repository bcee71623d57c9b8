using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Policy.Judging;

namespace AiOs.Kernel.Policy;

/// <summary>All that a rule of the policy can look at. The kernel fills it from the effect's bytes and the journal, never from an agent's word.</summary>
internal sealed record PolicyCase
{
    public required EffectKind Kind { get; init; }

    public required EffectCategory Category { get; init; }

    public required AgentName Agent { get; init; }

    /// <summary>One mail address or one name; personal. Nothing where nobody outside is concerned.</summary>
    public string? Counterparty { get; init; }

    public CounterpartyClass CounterpartyClass { get; init; }

    /// <summary>What it costs the operator; nothing where it costs nothing or where nobody knows.</summary>
    public Money? Cost { get; init; }

    /// <summary>What the money goes to, such as <c>ads</c>; nothing where no money goes out.</summary>
    public string? Spend { get; init; }

    /// <summary>The weakest of the effect's sensitive values, see <see cref="Provenances.Weakest"/>.</summary>
    public required Provenance Provenance { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Now, on the operator's clock on the wall.</summary>
    public required DateTimeOffset Local { get; init; }

    /// <summary>Whether it cannot be taken back.</summary>
    public bool Final { get; init; }

    /// <summary>The sensitive values that stand in outside content only, by name: <c>recipient</c>.</summary>
    public IReadOnlyList<string> UngroundedNames { get; init; } = [];

    /// <summary>The owned fields whose new value neither the operator nor a Record said, by name.</summary>
    public IReadOnlyList<string> UnownedNames { get; init; } = [];

    /// <summary>The owned fields whose new value another Record says, by name.</summary>
    public IReadOnlyList<string> CopiedNames { get; init; } = [];
}

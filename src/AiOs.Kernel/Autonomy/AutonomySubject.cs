using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Kernel.Autonomy;

/// <summary>What has to be known of an effect to name its class.</summary>
internal sealed record AutonomySubject
{
    public required AgentName Agent { get; init; }

    public required EffectKind Kind { get; init; }

    public required EffectCategory Category { get; init; }

    /// <summary>How it can be taken back; nothing stands for final.</summary>
    public required Undo? Undo { get; init; }

    public required CounterpartyClass Counterparty { get; init; }

    /// <summary>What it spends; nothing where it spends nothing.</summary>
    public required Money? Cost { get; init; }

    /// <summary>Whether every sensitive value stands in Records or in the operator's own words.</summary>
    public required bool Grounded { get; init; }
}

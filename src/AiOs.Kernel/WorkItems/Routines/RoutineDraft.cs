using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Kernel.WorkItems.Routines;

/// <summary>What a routine prepared.</summary>
/// <param name="Agent">In whose name, which is whom rules and autonomy go by.</param>
/// <param name="Draft">The proposal.</param>
internal sealed record RoutineDraft(AgentName Agent, ProposalDraft Draft)
{
    /// <summary>Whether another proposal follows when this one is done.</summary>
    public bool Continues { get; init; }

    /// <summary>What happened beside the proposal, recorded before it.</summary>
    public IReadOnlyList<JournalEvent> Facts { get; init; } = [];

    /// <summary>The Records that were read for it: it is made anew where one of them moved on before it is recorded.</summary>
    public IReadOnlyList<RecordSnapshot> Read { get; init; } = [];
}

using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Kernel.WorkItems;

/// <summary>The proposal that a work item stands on.</summary>
/// <param name="Id">Which proposal.</param>
/// <param name="Agent">Who drafted it.</param>
/// <param name="Confidence">How sure the agent is.</param>
/// <param name="Effects">What it would do, in order.</param>
/// <param name="Words">The agent's words; nothing where the subject was forgotten.</param>
internal sealed record Plan(ProposalId Id, AgentName Agent, Confidence Confidence, IReadOnlyList<EffectId> Effects, ProposalDrafted.Words? Words)
{
    /// <summary>The evidence, which is empty where the subject was forgotten.</summary>
    public IReadOnlyList<Evidence> Evidence => Words?.Evidence ?? [];
}

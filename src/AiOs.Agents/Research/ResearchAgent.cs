using AiOs.Agents.Drafting;
using AiOs.Agents.Research.Answers;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research;

/// <summary>
/// Answers what the operator asks from Records and Knowledge, each sentence with where it stands, and says what it does not know. It proposes no effect
/// at all: its answer is the proposal's summary.
/// </summary>
public sealed class ResearchAgent : IAgent
{
    /// <inheritdoc/>
    public AgentName Name => AgentName.Research;

    /// <inheritdoc/>
    public Grant Grant { get; } = new()
    {
        RecordTypes = ["client", "vendor", "project", "invoice", "content-asset", "contract", "negotiation", "playbook"],
        Follows = ["client", "vendor", "project", "invoice", "content-asset", "contract", "negotiation"],
        KnowledgeKinds = [KnowledgeKind.Note, KnowledgeKind.Brief, KnowledgeKind.Output, KnowledgeKind.Outcome, KnowledgeKind.Correction, KnowledgeKind.Message],
        EffectKinds = [],
    };

    /// <inheritdoc/>
    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken) => Task.FromResult(Draft(brief));

    /// <summary>Answers without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>The answer, with no effects.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => CitedAnswer.Draft(new DraftDesk(brief));
}

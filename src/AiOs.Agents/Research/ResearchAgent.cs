using AiOs.Agents.Drafting;
using AiOs.Agents.Models.Drafting;
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
/// <param name="words">Has the model that orders and connects the answer.</param>
public sealed class ResearchAgent(ModelDrafter words) : IAgent
{
    /// <summary>Makes one that asks no model.</summary>
    public ResearchAgent()
        : this(ModelDrafter.None)
    {
    }

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
    public bool CallsOut => words.CallsOut;

    /// <inheritdoc/>
    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return AnswerWriter.WriteAsync(words.Model, brief, Draft(brief), cancellationToken);
    }

    /// <summary>Answers without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>The answer, with no effects.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => CitedAnswer.Draft(new DraftDesk(brief));
}

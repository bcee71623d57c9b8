using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Editor.Posts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Editor;

/// <summary>
/// Drafts what is to be published out of the operator's own notes and of what did well before, and keeps it as a content asset. It publishes nothing,
/// and what others wrote never comes into a text of its own.
/// </summary>
public sealed class EditorAgent : IAgent
{
    /// <inheritdoc/>
    public AgentName Name => AgentName.Editor;

    /// <inheritdoc/>
    public Grant Grant { get; } = new()
    {
        RecordTypes = ["content-asset", "playbook"],
        Follows = ["content-asset"],
        KnowledgeKinds = [KnowledgeKind.Brief, KnowledgeKind.Output, KnowledgeKind.Outcome, KnowledgeKind.Note, KnowledgeKind.Correction],
        Provenances = [Provenance.Operator, Provenance.Record, Provenance.Model],
        EffectKinds = [EffectKind.RecordWrite, EffectKind.NoteKeep],
    };

    /// <inheritdoc/>
    public IReadOnlyList<Category> Takes { get; } = [Category.ContentIdea];

    /// <inheritdoc/>
    public Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken) => Task.FromResult(Draft(brief));

    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => DraftFrame.Draft(brief, DraftNew);

    private static ProposalDraft DraftNew(DraftDesk desk) =>
        desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed ? PostDrafter.Draft(desk)
        : desk.Brief.Intent.Category == Category.ContentIdea ? IdeaDrafter.Draft(desk)
        : CategoryQuestion.Draft(desk);
}

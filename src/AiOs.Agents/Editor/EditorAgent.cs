using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Editor.Posts;
using AiOs.Agents.Models.Drafting;
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
/// <param name="words">Has the model word a draft.</param>
public sealed class EditorAgent(ModelDrafter words) : IAgent
{
    private static readonly WritingTask<EditorOutput> Writing = new(AgentName.Editor, "editor", static written => WrittenWords.Body(written.Text))
    {
        OnlyDraft = true,
        Writable = [PostText.Place],
    };

    /// <summary>Makes one that asks no model.</summary>
    public EditorAgent()
        : this(ModelDrafter.None)
    {
    }

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
    public bool CallsOut => words.CallsOut;

    /// <inheritdoc/>
    public async Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var draft = Draft(brief);
        return Rewording.MayTouch(brief, draft, EffectKind.RecordWrite) ? await words.WriteAsync(Writing, brief, draft, cancellationToken) : draft;
    }

    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => DraftFrame.Draft(brief, DraftNew);

    private static ProposalDraft DraftNew(DraftDesk desk) =>
        desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed ? PostDrafter.Draft(desk)
        : desk.Brief.Intent.Category == Category.ContentIdea ? IdeaDrafter.Draft(desk)
        : CategoryQuestion.Draft(desk);
}

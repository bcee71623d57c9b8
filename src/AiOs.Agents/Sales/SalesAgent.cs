using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Agents.Models.Drafting;
using AiOs.Agents.Sales.Agreements;
using AiOs.Agents.Sales.Inquiries;
using AiOs.Agents.Sales.Offers;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Sales;

/// <summary>
/// Answers inquiries and talks of contracts, and writes each offer into the client's ledger beside the mail. A price is a Record's or the operator's; where
/// neither says one, the price is the question.
/// </summary>
/// <param name="words">Has the model word a draft.</param>
public sealed class SalesAgent(ModelDrafter words) : IAgent
{
    private static readonly WritingTask<SalesOutput> Writing = new(AgentName.Sales, "sales", static written => WrittenWords.Body(written.Text)) { OnlyDraft = true };

    /// <summary>Makes one that asks no model.</summary>
    public SalesAgent()
        : this(ModelDrafter.None)
    {
    }

    /// <inheritdoc/>
    public AgentName Name => AgentName.Sales;

    /// <inheritdoc/>
    public Grant Grant { get; } = new()
    {
        RecordTypes = ["client", "vendor", "project", "contract", "negotiation", "playbook"],
        Follows = ["client", "project", "contract", "negotiation"],
        KnowledgeKinds = [KnowledgeKind.Note, KnowledgeKind.Brief, KnowledgeKind.Output, KnowledgeKind.Outcome, KnowledgeKind.Correction, KnowledgeKind.Message],
        EffectKinds = [EffectKind.EmailSend, EffectKind.RecordWrite, EffectKind.NoteKeep],
    };

    /// <inheritdoc/>
    public IReadOnlyList<Category> Takes { get; } = [Category.Inquiry, Category.Contract];

    /// <inheritdoc/>
    public bool CallsOut => words.CallsOut;

    /// <inheritdoc/>
    public async Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var draft = Draft(brief);
        return Rewording.MayTouch(brief, draft, EffectKind.EmailSend) ? await words.WriteAsync(Writing, brief, draft, cancellationToken) : draft;
    }

    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => DraftFrame.Draft(brief, DraftNew);

    private static ProposalDraft DraftNew(DraftDesk desk)
    {
        if (desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed)
        {
            return TypedRequest.Read(desk.Message.Text).Kind == TypedRequestKind.Outcome ? OutcomeDrafter.Draft(desk) : OfferDrafter.Draft(desk);
        }

        return desk.Brief.Intent.Category switch
        {
            Category.Inquiry => InquiryDrafter.Draft(desk),
            Category.Contract => ContractDrafter.Draft(desk),
            _ => CategoryQuestion.Draft(desk),
        };
    }
}

using AiOs.Agents.Billing.Invoices;
using AiOs.Agents.Billing.Payments;
using AiOs.Agents.Billing.Received;
using AiOs.Agents.Billing.Reminders;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Intake;
using AiOs.Agents.Models.Drafting;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Billing;

/// <summary>
/// Prepares invoices and reminders, keeps invoices that are to be paid, and finds out what a payment is for. It never pays and never sends by itself;
/// every figure is a Record's, the operator's, or worked out of those exactly, in minor units.
/// </summary>
/// <param name="words">Has the model word a draft.</param>
public sealed class BillingAgent(ModelDrafter words) : IAgent
{
    private static readonly WritingTask<BillingOutput> Writing = new(AgentName.Billing, "billing", static written => WrittenWords.Body(written.Text)) { OnlyDraft = true };

    /// <summary>Makes one that asks no model.</summary>
    public BillingAgent()
        : this(ModelDrafter.None)
    {
    }

    /// <inheritdoc/>
    public AgentName Name => AgentName.Billing;

    /// <inheritdoc/>
    public Grant Grant { get; } = new()
    {
        RecordTypes = ["client", "vendor", "project", "contract", "invoice", "playbook"],
        Follows = ["client", "project", "contract", "invoice"],
        KnowledgeKinds = [KnowledgeKind.Note, KnowledgeKind.Correction, KnowledgeKind.Outcome],
        Provenances = [Provenance.Operator, Provenance.Record, Provenance.Model, Provenance.External],
        EffectKinds = [EffectKind.EmailSend, EffectKind.RecordWrite, EffectKind.NoteKeep],
    };

    /// <inheritdoc/>
    public IReadOnlyList<Category> Takes { get; } = [Category.InvoiceReceived, Category.Payment];

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
            return TypedRequest.Read(desk.Message.Text).Kind switch
            {
                TypedRequestKind.Reminder => ReminderDrafter.Draft(desk),
                TypedRequestKind.Payment => PaymentDrafter.Draft(desk),
                _ => InvoiceWriter.Draft(desk),
            };
        }

        return desk.Brief.Intent.Category switch
        {
            Category.InvoiceReceived => InvoiceDrafter.Draft(desk),
            Category.Payment => PaymentDrafter.Draft(desk),
            _ => CategoryQuestion.Draft(desk),
        };
    }
}

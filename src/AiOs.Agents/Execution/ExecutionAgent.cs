using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Replies;
using AiOs.Agents.Execution.Drafters;
using AiOs.Agents.Models.Drafting;
using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Execution;

/// <summary>
/// Prepares the general case. It fills in what the message, Records and the operator said, and asks for the rest:
/// a draft never holds a price, a date or a promise that none of them gave. Where a model is configured, it words what goes to others.
/// </summary>
/// <param name="words">Has the model word a draft.</param>
public sealed class ExecutionAgent(ModelDrafter words) : IAgent
{
    private const string Prompt = "execution";

    /// <summary>Makes one that asks no model.</summary>
    public ExecutionAgent()
        : this(ModelDrafter.None)
    {
    }

    /// <inheritdoc/>
    public AgentName Name => AgentName.Execution;

    /// <inheritdoc/>
    public Grant Grant { get; } = new()
    {
        RecordTypes = ["client", "vendor", "project", "invoice", "content-asset", "contract", "negotiation", "playbook", "policy", "schedule"],
        EffectKinds = [EffectKind.EmailSend, EffectKind.RecordWrite, EffectKind.NoteKeep, EffectKind.PolicyChange],
    };

    /// <inheritdoc/>
    public bool CallsOut => words.CallsOut;

    /// <inheritdoc/>
    public async Task<ProposalDraft> DraftAsync(AgentBrief brief, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var draft = Draft(brief);
        // What the operator typed here goes out in their own words; only a reply to somebody else gains by others.
        return brief.Message.Origin != ContentOrigin.Typed && Rewording.MayTouch(brief, draft, EffectKind.EmailSend) ? await words.WriteAsync(Name, Prompt, brief, draft, cancellationToken) : draft;
    }

    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief) => DraftFrame.Draft(brief, DraftNew);

    private static ProposalDraft DraftNew(DraftDesk desk)
    {
        if (desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed)
        {
            return TypedDrafter.Draft(desk);
        }

        if (!desk.Brief.Intent.Sure)
        {
            return CategoryQuestion.Draft(desk);
        }

        return desk.Brief.Intent.Category switch
        {
            Category.ClientRequest or Category.Complaint => AcknowledgementDrafter.Draft(desk),
            Category.Personal => PersonalDrafter.Draft(desk),
            Category.Meeting => MeetingDrafter.Draft(desk),
            Category.Receipt => KeepDrafter.Draft(desk),
            Category.Newsletter or Category.Spam or Category.Notification => QuietDrafter.Draft(desk),
            _ => CategoryQuestion.Draft(desk),
        };
    }
}

using AiOs.Agents.Execution.Drafters;
using AiOs.Agents.Execution.Lessons;
using AiOs.Agents.Intake;
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
        return IsForOthers(brief, draft) ? await words.WriteAsync(Name, Prompt, brief, draft, cancellationToken) : draft;
    }

    /// <summary>Drafts without a model.</summary>
    /// <param name="brief">All there is to see.</param>
    /// <returns>What it proposes.</returns>
    public static ProposalDraft Draft(AgentBrief brief)
    {
        var corrected = Corrected(brief);
        var desk = new DraftDesk(corrected);
        if (brief is { ChangeWanted: true, Previous: { } previous } && desk.Answers.Count > 0 && !NamesCategory(brief))
        {
            return Redrafter.Draft(desk, previous) ?? Learned.Apply(desk, DraftNew(desk));
        }

        return Learned.Apply(desk, DraftNew(desk));
    }

    private static ProposalDraft DraftNew(DraftDesk desk)
    {
        if (desk.Brief.Authority == Authority.Operator && desk.Message.Origin == ContentOrigin.Typed)
        {
            return TypedDrafter.Draft(desk);
        }

        if (desk.Message.CameBack == true)
        {
            return QuietDrafter.CameBack(desk);
        }

        if (!desk.Brief.Intent.Sure)
        {
            return CategoryQuestion.Draft(desk);
        }

        return desk.Brief.Intent.Category switch
        {
            Category.Inquiry => InquiryDrafter.Draft(desk),
            Category.ClientRequest or Category.Complaint or Category.Contract => AcknowledgementDrafter.Draft(desk),
            Category.Personal => PersonalDrafter.Draft(desk),
            Category.InvoiceReceived => InvoiceDrafter.Draft(desk),
            Category.Meeting => MeetingDrafter.Draft(desk),
            Category.Payment or Category.Receipt or Category.ContentIdea => KeepDrafter.Draft(desk),
            Category.Newsletter or Category.Spam or Category.Notification => QuietDrafter.Draft(desk),
            _ => CategoryQuestion.Draft(desk),
        };
    }

    /// <summary>What the operator typed stands as they typed it, also where they changed a draft exactly; only a reply to somebody else gains by other words.</summary>
    private static bool IsForOthers(AgentBrief brief, ProposalDraft draft) =>
        brief.Message.Origin != ContentOrigin.Typed
        && brief.Message.CameBack != true
        && draft.Effects.Any(effect => effect.Kind == EffectKind.EmailSend)
        && !(brief.ChangeWanted && draft.Question is null);

    private static bool NamesCategory(AgentBrief brief) => CategoryWords.TryRead(brief.OperatorWords[^1], out _);

    /// <summary>The operator's word on the category wins over Intake's.</summary>
    private static AgentBrief Corrected(AgentBrief brief)
    {
        for (var i = brief.OperatorWords.Count - 1; i >= 0; i--)
        {
            if (CategoryWords.TryRead(brief.OperatorWords[i], out var category))
            {
                return brief with
                {
                    Intent = brief.Intent with
                    {
                        Category = category,
                        Confidence = Confidence.Certain,
                        Sure = category != Category.Other,
                        Reasons = [$"you said that it is {CategoryWords.WithArticle(category)}"],
                        Alternatives = [],
                    },
                };
            }
        }

        return brief;
    }
}

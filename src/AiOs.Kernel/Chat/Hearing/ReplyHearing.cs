using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>An answer to a message of ours, or to one that a work item was made of.</summary>
internal sealed class ReplyHearing(OperatorActs acts, ICardPlaces cards, Opener opener, Speaker speaker)
{
    public async Task HearAsync(Heard heard, MessageLink link, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(link.WorkItem, cancellationToken) is not { } item)
        {
            await speaker.TellAsync(heard, "What this answers is not here any more; nothing was changed.", about: null, cancellationToken);
            return;
        }

        var shown = link.Approval is { } approval && await cards.ShowsAsync(heard.Message.Channel, heard.Message.Place, approval, cancellationToken);
        switch (ReplyRoute.Of(link, item, heard.Text, shown, heard.Spoken))
        {
            case ReplyRoute.Decide decide:
                await DecideAsync(heard, item, decide, "reply", cancellationToken);
                break;
            case ReplyRoute.Answer:
                await AnswerAsync(heard, item, "reply", cancellationToken);
                break;
            case ReplyRoute.Follow:
                await opener.OpenAsync(heard, item.Id, [], cancellationToken);
                break;
            case ReplyRoute.Tell tell:
                await speaker.TellAsync(heard, tell.Sentence, item.Id, cancellationToken);
                break;
            default:
                throw new InvalidOperationException("There is no fifth route.");
        }
    }

    public async Task AnswerAsync(Heard heard, WorkItemView item, string via, CancellationToken cancellationToken)
    {
        await using var progress = cards.Begin(heard.Channel, heard.Message);
        var outcome = await acts.AnswerAsync(item.Id, heard.Text, heard.Message.Channel, heard.Message.Sender, heard.Via(via), cancellationToken);
        await EndAsync(heard, item.Id, outcome, says: false, cancellationToken);
    }

    /// <summary>The digest and the single-use token are those of the card as it is now; whether it was shown here was looked at before.</summary>
    public async Task DecideAsync(Heard heard, WorkItemView item, ReplyRoute.Decide decide, string via, CancellationToken cancellationToken)
    {
        await using var progress = cards.Begin(heard.Channel, heard.Message);
        var decision = new OperatorDecision
        {
            Approval = decide.Approval.Id,
            Kind = decide.Kind,
            Digest = decide.Approval.Digest,
            Nonce = decide.Approval.Nonce ?? string.Empty,
            Channel = heard.Message.Channel,
            By = heard.Message.Sender,
            Confirmation = decide.Confirmation,
            Text = decide.Text,
        };
        await EndAsync(heard, item.Id, await acts.DecideAsync(decision, heard.Via(via), cancellationToken), says: decide.Kind is not DecisionKind.Change, cancellationToken);
    }

    private async Task EndAsync(Heard heard, WorkItemId item, DecisionOutcome outcome, bool says, CancellationToken cancellationToken)
    {
        if (!outcome.Accepted)
        {
            await speaker.TellAsync(heard, outcome.Sentence, item, cancellationToken);
            return;
        }

        await speaker.LinkAsync(heard, item, cancellationToken);
        if (says)
        {
            await speaker.SayAsync(heard, new Contracts.Chat.ChatNote(outcome.Sentence, []), new MessageLink(LinkKind.About, item, Approval: null), cancellationToken);
        }
    }
}

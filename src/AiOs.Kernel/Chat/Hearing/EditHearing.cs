using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>A message that was changed after it was sent. It can change what is still open, and never runs or decides anything.</summary>
internal sealed class EditHearing(OperatorActs acts, MessageLinks links, ReplyHearing replies, Opener opener, Speaker speaker)
{
    public async Task HearAsync(Heard heard, CancellationToken cancellationToken)
    {
        var message = heard.Message;
        if (string.IsNullOrWhiteSpace(heard.Text) || !opener.AreOwn(heard)
            || await links.FindAsync(message.Channel, message.Place, message.Message, cancellationToken) is not { } link
            || await acts.FindAsync(link.WorkItem, cancellationToken) is not { } item)
        {
            await speaker.TellAsync(heard, "You changed a message that I have nothing open for, so nothing follows from the change; send it again as a new message.", about: null, cancellationToken);
        }
        else if (item.Approvals.FirstOrDefault(approval => approval.State == "open") is { } open)
        {
            await replies.DecideAsync(heard, item, new ReplyRoute.Decide(open, DecisionKind.Change, heard.Text, Confirmation: null), "edit", cancellationToken);
        }
        else if (item.Question is not null)
        {
            await replies.AnswerAsync(heard, item, "edit", cancellationToken);
        }
        else
        {
            await speaker.TellAsync(heard, Standing(item), item.Id, cancellationToken);
        }
    }

    private static string Standing(WorkItemView item) => item.State is WorkItemState.Working or WorkItemState.Performing
        ? "It is under way, so your change came too late for this step; say it again when its card asks."
        : $"Your change came too late: {item.Card.Status}. Send it as a new message if something is still to be done.";
}

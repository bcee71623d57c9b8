using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Taps;

/// <summary>Taps on Approve, Reject and Change. The button names the approval and carries the card's token; what it stands for is looked up here.</summary>
internal sealed class DecisionTaps(OperatorActs acts, IJournalStore store, Speaker speaker)
{
    public async Task<TapReply> TapAsync(Tapped tapped, DecisionKind kind, CancellationToken cancellationToken)
    {
        var id = new ApprovalId(tapped.Token.First);
        var item = await store.FindApprovalAsync(id, cancellationToken) is { } stream ? await acts.FindAsync(stream, cancellationToken) : null;
        if (item?.Approvals.FirstOrDefault(approval => approval.Id == id) is not { } approval)
        {
            return new TapReply(Accepted: false, "There is no such card here; nothing was decided.");
        }

        if (approval.State == "open" && tapped.Text is null)
        {
            if (kind is DecisionKind.Approve && approval.Confirm is { } wanted)
            {
                return new TapReply(Accepted: false, $"This asks for more than a tap: reply to the card with exactly {wanted}") { Now = item!.Card };
            }

            if (kind is DecisionKind.Change)
            {
                await AskAsync(tapped, item!, approval, cancellationToken);
                return new TapReply(Accepted: true, "Say what should be different.") { Now = item!.Card };
            }
        }

        return ReplyOf(await acts.DecideAsync(DecisionOf(tapped, kind, approval), tapped.Delivery with { Via = "button" }, cancellationToken));
    }

    public static TapReply ReplyOf(DecisionOutcome outcome) => new(outcome.Accepted, outcome.Sentence) { Now = outcome.Item?.Card };

    private static OperatorDecision DecisionOf(Tapped tapped, DecisionKind kind, ApprovalView approval) => new()
    {
        Approval = approval.Id,
        Kind = kind,
        Digest = approval.Digest,
        Nonce = tapped.Token.Nonce,
        Channel = tapped.Tap.Channel,
        By = tapped.Tap.Sender,
        Confirmation = kind is DecisionKind.Approve ? tapped.Text : null,
        Text = kind is DecisionKind.Approve ? null : tapped.Text,
    };

    private Task AskAsync(Tapped tapped, WorkItemView item, ApprovalView approval, CancellationToken cancellationToken) => speaker.SayAsync(
        speaker.ChannelOf(tapped.Tap.Channel),
        tapped.Tap.Place,
        new ChatNote("What should be different?", [new CardBlock.Facts([new Fact("About", item.Card.Title)]), new CardBlock.Hint("Reply to this message.")]) { WantsReply = true },
        tapped.Tap.Message,
        new MessageLink(LinkKind.Change, item.Id, approval.Id),
        cancellationToken);
}

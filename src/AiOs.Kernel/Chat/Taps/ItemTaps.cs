using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Taps;

/// <summary>Taps that are about a work item and decide no approval.</summary>
internal sealed class ItemTaps(OperatorActs acts, Homes homes, Speaker speaker)
{
    public async Task<TapReply> TapAsync(Tapped tapped, CancellationToken cancellationToken)
    {
        var id = new WorkItemId(tapped.Token.First);
        if (await acts.FindAsync(id, cancellationToken) is not { } item)
        {
            return new TapReply(Accepted: false, "What this was about is not here any more; nothing was done.");
        }

        var (channel, by) = (tapped.Tap.Channel, tapped.Tap.Sender);
        return tapped.Token.Kind switch
        {
            'q' => await AnswerAsync(tapped, item, cancellationToken),
            'u' => DecisionTaps.ReplyOf(await acts.UndoAsync(id, channel, by, tapped.Delivery, cancellationToken)),
            'w' => await WhyAsync(tapped, item, cancellationToken),
            'o' => await ShowAsync(tapped, item, cancellationToken),
            'f' => new TapReply(Accepted: true, string.Empty) { Now = item.Card },
            _ => await SettleAsync(tapped, item, cancellationToken),
        };
    }

    private async Task<TapReply> SettleAsync(Tapped tapped, WorkItemView item, CancellationToken cancellationToken) => tapped.Token.Settlement is { } settlement
        ? DecisionTaps.ReplyOf(await acts.SettleAsync(item.Id, new EffectId(tapped.Token.Second), settlement, tapped.Tap.Channel, tapped.Tap.Sender, tapped.Delivery, cancellationToken))
        : new TapReply(Accepted: false, "This button is not known here; nothing was done.") { Now = item.Card };

    private async Task<TapReply> AnswerAsync(Tapped tapped, WorkItemView item, CancellationToken cancellationToken)
    {
        if (tapped.Text is { } text)
        {
            return DecisionTaps.ReplyOf(await acts.AnswerAsync(item.Id, text, tapped.Tap.Channel, tapped.Tap.Sender, tapped.Delivery with { Via = "button" }, cancellationToken));
        }

        if (item.Question is not { } question)
        {
            return new TapReply(Accepted: false, "No question is open here any more.") { Now = item.Card };
        }

        var note = new ChatNote("Reply with your answer.", [new CardBlock.Text(question)]) { WantsReply = true };
        await SayAsync(tapped, item, note, cancellationToken);
        return new TapReply(Accepted: true, "Reply with your answer.") { Now = item.Card };
    }

    private async Task<TapReply> WhyAsync(Tapped tapped, WorkItemView item, CancellationToken cancellationToken)
    {
        await SayAsync(tapped, item, new ChatNote($"Why: {item.Card.Title}", item.Why.Blocks), cancellationToken);
        return new TapReply(Accepted: true, string.Empty);
    }

    private async Task<TapReply> ShowAsync(Tapped tapped, WorkItemView item, CancellationToken cancellationToken)
    {
        var (tap, channel) = (tapped.Tap, speaker.ChannelOf(tapped.Tap.Channel));
        var isHome = (await homes.FindAsync(tap.Channel, tap.Sender, cancellationToken) ?? channel.HomeOf(tap.Sender)) == tap.Place;
        await speaker.ShowAsync(channel, tap.Place, item.Card, tap.Message, isHome ? ChatNames.Short(tap.Sender) : null, cancellationToken);
        return new TapReply(Accepted: true, string.Empty);
    }

    private Task SayAsync(Tapped tapped, WorkItemView item, ChatNote note, CancellationToken cancellationToken) => speaker.SayAsync(
        speaker.ChannelOf(tapped.Tap.Channel), tapped.Tap.Place, note, tapped.Tap.Message, new MessageLink(LinkKind.About, item.Id, Approval: null), cancellationToken);
}

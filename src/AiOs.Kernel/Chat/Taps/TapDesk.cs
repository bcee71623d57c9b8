using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Taps;

/// <summary>Takes taps: first who it is, then what the button stands for.</summary>
internal sealed class TapDesk(PairedOperators operators, Strangers strangers, Deliveries deliveries, OperatorActs acts, DecisionTaps decisions, ItemTaps items, RouteTaps routes, Speaker speaker)
{
    private const char Refresh = 'f';

    public async Task<TapReply> TapAsync(ChatTap tap, CancellationToken cancellationToken)
    {
        if (!operators.IsOperator(tap.Channel, tap.Sender))
        {
            await strangers.NoteAsync(tap.Channel, tap.Sender, tap.Token.Length, cancellationToken);
            return new TapReply(Accepted: false, "Only the operator can decide this.") { IsForStranger = true };
        }

        if (CardToken.Read(tap.Token) is not { } token)
        {
            return new TapReply(Accepted: false, "This button is not known here; nothing was done.");
        }

        var delivery = deliveries.Of(tap.Channel, tap.Sender, tap.DedupeKey);
        var reply = await deliveries.FindAsync(delivery, cancellationToken) is { } known
            ? await StandingAsync(known, cancellationToken)
            : await TapAsync(new Tapped(tap, token, delivery), cancellationToken);
        if (token.IsListed)
        {
            // The tapped message is a list that tells of other things too.
            return reply with { Now = null };
        }

        if (reply.Now is { } card && token.Kind != Refresh)
        {
            await speaker.AdoptAsync(tap, card, cancellationToken);
        }

        return reply;
    }

    private Task<TapReply> TapAsync(Tapped tapped, CancellationToken cancellationToken) => tapped.Token switch
    {
        { Decision: { } kind } => decisions.TapAsync(tapped, kind, cancellationToken),
        { Kind: 'm' } => routes.TapAsync(tapped, cancellationToken),
        _ => items.TapAsync(tapped, cancellationToken),
    };

    /// <summary>The same tap came again: it is told how things stand, and changes nothing.</summary>
    private async Task<TapReply> StandingAsync(StreamId known, CancellationToken cancellationToken) =>
        WorkItemId.TryParse(known.Value, out var id) && await acts.FindAsync(id, cancellationToken) is { } item
            ? new TapReply(Accepted: true, $"This was taken before: {item.Card.Status}.") { Now = item.Card }
            : new TapReply(Accepted: true, "This was taken before.");
}

using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Taps;

/// <summary>Taps that say where a message belongs. The first one settles it; that it was no answer after all can still be said once.</summary>
internal sealed class RouteTaps(HeldMessages held, OperatorActs acts, MessageLinks links)
{
    public async Task<TapReply> TapAsync(Tapped tapped, CancellationToken cancellationToken)
    {
        var id = new MessageId(tapped.Token.First);
        var target = tapped.Token.Second == Guid.Empty ? (WorkItemId?)null : new WorkItemId(tapped.Token.Second);
        if (target is { } named && await acts.FindAsync(named, cancellationToken) is null)
        {
            return new TapReply(Accepted: false, "What this was about is not here any more; nothing was done.");
        }

        var settled = await held.RouteAsync(id, target, "button", cancellationToken);
        if (await held.FindAsync(StreamId.Of(id), cancellationToken) is not { IsRouted: true } message)
        {
            return new TapReply(Accepted: false, "This message is not kept any more; nothing was done.");
        }

        // Also what was settled before: whoever settled it may have been killed before it was carried out.
        var (item, but) = await held.FinishAsync(message, cancellationToken);
        if (message.Held!.Personal?.Chat is { } origin)
        {
            await links.KeepAsync(tapped.Tap.Channel, origin.Place, origin.Message, new MessageLink(LinkKind.About, item, Approval: null), cancellationToken);
        }

        return ReplyOf(settled || message.Target == target, message, item, target, but);
    }

    private static TapReply ReplyOf(bool accepted, HeldMessage message, WorkItemId item, WorkItemId? target, string? but)
    {
        var sentence = (message.Target, accepted) switch
        {
            ({ } there, _) when there == item => "It was taken as the answer.",
            _ when target is not null => "That question is not open any more, so it was taken as something new.",
            _ => "It was taken as something new.",
        };
        return new TapReply(accepted, but is null ? sentence : $"{sentence} {but}");
    }
}

using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Chat.Routing;

/// <summary>Keeps what could belong to several things, and brings it where it belongs: first the route is durable, then it is taken. Every part may be done again.</summary>
internal sealed class HeldMessages(WorkspaceJournal journal, OperatorActs acts, IInbox inbox, Vault vault, IdSource ids)
{
    /// <summary>Keeps a message, with its route where there is one already. Nothing where the same delivery was taken before.</summary>
    public async Task<MessageId?> HoldAsync(ChatMessage message, string text, string dedupe, WorkItemId? target, CancellationToken cancellationToken)
    {
        var id = new MessageId(ids.Next());
        var held = new MessageHeld(id, message.Channel, message.Sender) { Personal = new MessageHeld.Words(text, new ChatOrigin(message.Place, message.Message) { Sender = message.Sender }) };
        var request = new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = "message/" + id,
            Dedupe = dedupe,
            Decide = _ => target is null ? [held] : [held, new MessageRouted(id, target, "pending")],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended ? id : null;
    }

    public async Task<HeldMessage?> FindAsync(StreamId stream, CancellationToken cancellationToken) =>
        stream.Value.StartsWith("message/", StringComparison.Ordinal) && await journal.LoadAsync(stream, cancellationToken) is HeldMessage { Held: not null } held ? held : null;

    /// <summary>Says where it belongs, if that was not said before.</summary>
    /// <returns>Whether this said it.</returns>
    public async Task<bool> RouteAsync(MessageId id, WorkItemId? target, string via, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = "route/" + id,
            Decide = at => at.State is HeldMessage held ? held.Route(target, via) : [],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended;
    }

    /// <summary>Brings a routed message where it belongs, and takes it away from where it was wrongly taken to.</summary>
    /// <returns>The work item it belongs to, and a sentence where not all of it could be done.</returns>
    public async Task<(WorkItemId WorkItem, string? But)> FinishAsync(HeldMessage message, CancellationToken cancellationToken)
    {
        var held = message.Held!;
        if (held.Personal is not { } words)
        {
            return (message.Target ?? default, "What was said was forgotten with whom it was about.");
        }

        string? but = null;
        foreach (var left in message.Left)
        {
            var outcome = await acts.WithdrawAsync(left, held.Message, held.Channel, held.By, DeliveryOf(held.Message, "withdraw", left, message.Via), cancellationToken);
            but = outcome.Accepted || message.Via == "overtaken" ? but : outcome.Sentence;
        }

        if (message.Target is { } target)
        {
            if ((await acts.AnswerAsync(target, words.Text, held.Channel, held.By, DeliveryOf(held.Message, "answer", target, message.Via), cancellationToken)).Accepted)
            {
                return (target, but);
            }

            // Somebody was faster, or nothing is asked there any more: it is not lost, it is something new.
            await RouteAsync(held.Message, target: null, "overtaken", cancellationToken);
        }

        return ((await inbox.ReceiveAsync(MessageOf(held, words), cancellationToken)).WorkItem, but);
    }

    private static InboundMessage MessageOf(MessageHeld held, MessageHeld.Words words) => new()
    {
        Channel = held.Channel,
        Authority = Authority.Operator,
        DedupeKey = "held/" + held.Message,
        Content = new MessageContent { Origin = ContentOrigin.Typed, Text = words.Text, Chat = words.Chat },
    };

    private Delivery DeliveryOf(MessageId message, string what, WorkItemId target, string? via) => new(vault.DedupeHash($"held\n{message}\n{what}\n{target}"), via) { Message = message };
}

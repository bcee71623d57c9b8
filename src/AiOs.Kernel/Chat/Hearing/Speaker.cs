using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Places;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Says things in chats, and remembers what they stand for.</summary>
internal sealed partial class Speaker(IEnumerable<IChatChannel> channels, MessageLinks links, ICardPlaces cards, Deliveries deliveries, ILogger<Speaker> logger)
{
    private readonly IReadOnlyList<IChatChannel> _channels = [.. channels];

    public IChatChannel ChannelOf(ChannelName name) =>
        _channels.FirstOrDefault(channel => channel.Name == name) ?? throw new AiOsException($"There is no channel {name}.");

    /// <summary>Says something after what it is about is durable. Where it cannot be said, the deed stands all the same.</summary>
    public Task SayAsync(IChatChannel channel, string place, ChatNote note, string? replyTo, MessageLink? link, CancellationToken cancellationToken) =>
        TryAsync(channel, async () => await KeepAsync(channel, await channel.SayAsync(place, note, replyTo, cancellationToken), link, cancellationToken));

    public Task SayAsync(Heard heard, ChatNote note, MessageLink? link, CancellationToken cancellationToken) =>
        SayAsync(heard.Channel, heard.Message.Place, note, heard.Message.Message, link, cancellationToken);

    /// <summary>Says how things stand to somebody whose words changed nothing; the journal has the reason first.</summary>
    public async Task TellAsync(Heard heard, ChatNote note, WorkItemId? about, CancellationToken cancellationToken)
    {
        await deliveries.TakeAsync(heard.Delivery, id => new MessageRouted(id, about, "told"), cancellationToken);
        await SayAsync(heard, note, about is { } item ? new MessageLink(LinkKind.About, item, Approval: null) : null, cancellationToken);
    }

    public Task TellAsync(Heard heard, string sentence, WorkItemId? about, CancellationToken cancellationToken) =>
        TellAsync(heard, new ChatNote(sentence, []), about, cancellationToken);

    /// <summary>The same where the words were said already.</summary>
    public Task TakeAsync(Heard heard, CancellationToken cancellationToken) =>
        deliveries.TakeAsync(heard.Delivery, id => new MessageRouted(id, Target: null, "told"), cancellationToken);

    /// <summary>Shows a card that was asked for. Where one is kept up to date in the chat already, only that one decides.</summary>
    public Task ShowAsync(Heard heard, Card card, CancellationToken cancellationToken) =>
        ShowAsync(heard.Channel, heard.Message.Place, card, heard.Message.Message, heard.Message.IsPrivate ? ChatNames.Short(heard.Message.Sender) : null, cancellationToken);

    /// <summary>The same where it was asked for by a tap.</summary>
    public Task ShowAsync(IChatChannel channel, string place, Card card, string? replyTo, string? person, CancellationToken cancellationToken) => TryAsync(channel, async () =>
    {
        var isKept = await cards.KeepsAsync(channel.Name, place, card.WorkItem, cancellationToken);
        var outcome = await channel.SendAsync(place, isKept ? WithoutDecisions(card) : card, replyTo, cancellationToken);
        await KeepAsync(channel, outcome, isKept ? CopyOf(card) : new MessageLink(LinkKind.Card, card.WorkItem, ApprovalOf(card)), cancellationToken);
        if (!isKept && outcome is SendOutcome.Sent sent)
        {
            await cards.TakeOverAsync(channel.Name, card, sent, person, cancellationToken);
        }
    });

    /// <summary>
    /// A card was tapped that nobody keeps up to date: the process ended between sending it and noting so, and another was sent since. It is brought up
    /// to date here.
    /// </summary>
    public async Task AdoptAsync(ChatTap tap, Card card, CancellationToken cancellationToken)
    {
        if (tap.Message is not { } message)
        {
            return;
        }

        // The link is kept before the entry, so a card may have the one without the other.
        var link = await links.FindAsync(tap.Channel, tap.Place, message, cancellationToken);
        if (link is not null && (link.Kind is not LinkKind.Card || await cards.HoldsAsync(tap.Channel, tap.Place, message, link.WorkItem, cancellationToken)))
        {
            return;
        }

        var channel = ChannelOf(tap.Channel);
        await TryAsync(channel, async () =>
            await KeepAsync(channel, await channel.RewriteAsync(new ShownMessages(tap.Place, [], message), WithoutDecisions(card), cancellationToken), CopyOf(card), cancellationToken));
    }

    /// <summary>The operator's own message belongs to a work item, so that an edit of it or an answer to it finds its way.</summary>
    public Task LinkAsync(Heard heard, WorkItemId item, CancellationToken cancellationToken) =>
        links.KeepAsync(heard.Message.Channel, heard.Message.Place, heard.Message.Message, new MessageLink(LinkKind.About, item, Approval: null), cancellationToken);

    /// <summary>The deed stands, whether it can be said or not.</summary>
    private async Task TryAsync(IChatChannel channel, Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (AiOsException fault)
        {
            LogUnsaid(logger, fault, channel.Name.Value);
        }
    }

    private static MessageLink CopyOf(Card card) => new(LinkKind.About, card.WorkItem, Approval: null);

    private static ApprovalId? ApprovalOf(Card card) => card.Actions.OfType<CardAction.Decide>().FirstOrDefault()?.Approval;

    /// <summary>Nobody rewrites a copy when the card is decided, so it carries no buttons that would look as if it were not.</summary>
    private static Card WithoutDecisions(Card card) => ApprovalOf(card) is null ? card : card with
    {
        Actions = [.. card.Actions.Where(static action => action is not CardAction.Decide)],
        Blocks = [.. card.Blocks, new CardBlock.Hint("Decide it on its own card in this chat.")],
    };

    private async Task KeepAsync(IChatChannel channel, SendOutcome outcome, MessageLink? link, CancellationToken cancellationToken)
    {
        if (link is null || outcome is not SendOutcome.Sent { Messages: var sent })
        {
            return;
        }

        foreach (var message in sent.Earlier.Append(sent.Last))
        {
            await links.KeepAsync(channel.Name, sent.Place, message, link, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something could not be said in {Channel}; what it was about stands.")]
    private static partial void LogUnsaid(ILogger logger, Exception fault, string channel);
}

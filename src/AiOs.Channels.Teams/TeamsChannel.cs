using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Activities;
using AiOs.Channels.Teams.Connector;
using AiOs.Channels.Teams.Places;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams;

/// <summary>Teams as a chat service: it renders, and reaches the places it has heard from.</summary>
internal sealed class TeamsChannel(IOptions<TeamsOptions> options, PlaceBook book, PlaceCards cards, ConnectorClient connector) : IChatChannel
{
    public ChannelName Name => ChannelName.Teams;

    public bool IsOn => options.Value.IsOn;

    /// <summary>Nobody can be written to before a conversation of theirs was heard of.</summary>
    public string? HomeOf(string sender) => null;

    public async Task<SendOutcome> SendAsync(string place, Card card, string? replyTo, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(place, cancellationToken) is not { } found)
        {
            return new SendOutcome.PlaceGone();
        }

        var rendering = cards.Render(card, found);
        return Whole(await SendAsync(place, found, Messages(rendering, card.Title), replyTo, cancellationToken), rendering);
    }

    public async Task<SendOutcome> RewriteAsync(ShownMessages messages, Card card, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(messages.Place, cancellationToken) is not { } found)
        {
            return new SendOutcome.PlaceGone();
        }

        var rendering = cards.Render(card, found);
        return Whole(await RewriteAsync(messages, found, Messages(rendering, card.Title), cancellationToken), rendering);
    }

    public async Task<SendOutcome> SayAsync(string place, ChatNote note, string? replyTo, CancellationToken cancellationToken) =>
        await book.FindAsync(place, cancellationToken) is { } found
            ? await SendAsync(place, found, Messages(note), replyTo, cancellationToken)
            : new SendOutcome.PlaceGone();

    public async Task<SendOutcome> RewriteAsync(ShownMessages messages, ChatNote note, CancellationToken cancellationToken) =>
        await book.FindAsync(messages.Place, cancellationToken) is { } found
            ? await RewriteAsync(messages, found, Messages(note), cancellationToken)
            : new SendOutcome.PlaceGone();

    public async Task ShowTypingAsync(string place, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(place, cancellationToken) is { } found)
        {
            await connector.CallAsync(new ConnectorCall(ConnectorVerb.Typing, found, null, MessageJson.Typing()), cancellationToken);
        }
    }

    private static SendOutcome Whole(SendOutcome outcome, TeamsRendering rendering) => outcome is SendOutcome.Sent sent ? sent with { IsWhole = rendering.ShownWhole } : outcome;

    private static List<JsonObject> Messages(TeamsRendering rendering, string title) => [.. rendering.Earlier.Append(rendering.Last).Select(card => MessageJson.Card(card, title))];

    private static List<JsonObject> Messages(ChatNote note) => note.Blocks.Count == 0 && note.Buttons.Count == 0
        ? [MessageJson.Text(note.Title)]
        : Messages(TeamsCards.Render(note, CardToken.Of), note.Title);

    private async Task<SendOutcome> SendAsync(string place, PlaceReference found, List<JsonObject> messages, string? replyTo, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        foreach (var message in messages)
        {
            var move = await SendAsync(place, found, message, replyTo, cancellationToken);
            if (move is not NextMove.Done done)
            {
                return OutcomeOf(move);
            }

            ids.Add(done.Id ?? string.Empty);
        }

        return new SendOutcome.Sent(new ShownMessages(place, [.. ids.SkipLast(1)], ids[^1]));
    }

    private async Task<NextMove> SendAsync(string place, PlaceReference found, JsonObject message, string? replyTo, CancellationToken cancellationToken)
    {
        var move = await connector.CallAsync(new ConnectorCall(ConnectorVerb.Send, found, replyTo, message), cancellationToken);
        return move switch
        {
            // What it was to stand under is gone, and nothing was sent.
            NextMove.MessageGone when !string.IsNullOrEmpty(replyTo) => await SendAsync(place, found, message, null, cancellationToken),
            NextMove.PlaceGone { MayOpen: true } when await OpenedAsync(place, found, cancellationToken) is { } opened =>
                await connector.CallAsync(new ConnectorCall(ConnectorVerb.Send, opened, null, message), cancellationToken),
            _ => move,
        };
    }

    /// <summary>A conversation of two that the connector does not know any more is asked for once; with the same person it is the same place.</summary>
    private async Task<PlaceReference?> OpenedAsync(string place, PlaceReference found, CancellationToken cancellationToken)
    {
        if (found.Kind != PlaceKind.Personal || found.People.Count != 1)
        {
            return null;
        }

        var move = await connector.CallAsync(new ConnectorCall(ConnectorVerb.Open, found, null, MessageJson.Open(found, found.People.Values.Single())), cancellationToken);
        return move is NextMove.Done { Id: { } id } && id != found.ConversationId ? await book.MoveAsync(place, found, id, cancellationToken) : null;
    }

    private async Task<SendOutcome> RewriteAsync(ShownMessages messages, PlaceReference found, List<JsonObject> wanted, CancellationToken cancellationToken)
    {
        if (messages.Last.Length == 0)
        {
            return new SendOutcome.MessageGone();
        }

        // Where fewer are wanted, what was shown above stays; where more are, the buttons move to a new last one.
        List<string> ids = wanted.Count <= messages.Earlier.Count + 1 ? [.. messages.Earlier.Take(wanted.Count - 1), messages.Last] : [.. messages.Earlier, messages.Last];
        for (var at = 0; at < wanted.Count; at++)
        {
            var move = at < ids.Count
                ? await connector.CallAsync(new ConnectorCall(ConnectorVerb.Update, found, ids[at], wanted[at]), cancellationToken)
                : await connector.CallAsync(new ConnectorCall(ConnectorVerb.Send, found, null, wanted[at]), cancellationToken);
            var isAbove = at < ids.Count && ids[at] != messages.Last;
            if (move is not NextMove.Done done)
            {
                if (isAbove && move is NextMove.MessageGone)
                {
                    continue;
                }

                return OutcomeOf(move);
            }

            if (at >= ids.Count)
            {
                ids.Add(done.Id ?? string.Empty);
            }
        }

        var earlier = wanted.Count <= messages.Earlier.Count + 1 ? messages.Earlier : [.. ids.SkipLast(1)];
        return new SendOutcome.Sent(new ShownMessages(messages.Place, earlier, ids[^1]));
    }

    private static SendOutcome OutcomeOf(NextMove move) => move switch
    {
        NextMove.PlaceGone => new SendOutcome.PlaceGone(),
        NextMove.MessageGone => new SendOutcome.MessageGone(),
        NextMove.Refused refused => new SendOutcome.Refused(refused.Sentence),
        NextMove.Unknown => new SendOutcome.Unknown(),
        _ => throw new AiOsException("The Teams connector does not take messages just now; they are tried again.") { IsTransient = true },
    };
}

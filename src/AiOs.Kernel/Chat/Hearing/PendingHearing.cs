using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>A message that answers nothing, while questions are open: the only question gets it, and of several the operator says which.</summary>
internal sealed class PendingHearing(HeldMessages held, IDesk desk, OpenItems open, ICursors cursors, ICardPlaces cards, Speaker speaker)
{
    private const int MostButtons = 5;
    private const int Longest = 80;

    public async Task HearAsync(Heard heard, IReadOnlyList<WorkItemView> questions, CancellationToken cancellationToken)
    {
        var only = questions is [var one] ? one.Id : (WorkItemId?)null;
        if (await held.HoldAsync(heard.Message, heard.Text, heard.Delivery.Dedupe!, only, cancellationToken) is { } id)
        {
            await GoOnAsync(heard, StreamId.Of(id), cancellationToken);
        }
    }

    /// <summary>Goes on with a message that is kept: the same for its first delivery and for one after a crash.</summary>
    public async Task GoOnAsync(Heard heard, StreamId stream, CancellationToken cancellationToken)
    {
        if (await held.FindAsync(stream, cancellationToken) is not { Held.Message: var id } message)
        {
            return;
        }

        var said = $"chat/{heard.Message.Channel}/said/{id}";
        if (message.IsRouted)
        {
            await using var progress = cards.Begin(heard.Channel, heard.Message);
            var (item, _) = await held.FinishAsync(message, cancellationToken);
            await speaker.LinkAsync(heard, item, cancellationToken);
            if (message.Target == item && await cursors.FindAsync(said, cancellationToken) is null)
            {
                await speaker.SayAsync(heard, await TakenAsync(id, item, cancellationToken), new MessageLink(LinkKind.About, item, Approval: null), cancellationToken);
            }
        }
        else if (await cursors.FindAsync(said, cancellationToken) is null)
        {
            await speaker.SayAsync(heard, WhichNote(id, await open.QuestionsAsync(cancellationToken)), link: null, cancellationToken);
        }

        await cursors.TryMoveAsync(said, expected: null, "1", cancellationToken);
    }

    private async Task<ChatNote> TakenAsync(MessageId id, WorkItemId item, CancellationToken cancellationToken)
    {
        var title = await desk.FindAsync(item, cancellationToken) is { } view ? view.Card.Title : item.ToString();
        return new ChatNote("I took this as the answer to the open question.", [new CardBlock.Facts([new Fact("About", Short(title))])])
        {
            Buttons = [new CardButton("No, something new", new CardTap.Route(id, Target: null), Confirm: null)],
        };
    }

    private static ChatNote WhichNote(MessageId id, IReadOnlyList<WorkItemView> questions)
    {
        var shown = questions.Take(MostButtons).ToArray();
        return new ChatNote(
            "Which question does this answer?",
            [
                new CardBlock.Facts([.. shown.Select((item, index) => new Fact((index + 1).ToString(CultureInfo.InvariantCulture), $"{Short(item.Card.Title)}: {Short(item.Question!)}"))]),
                .. questions.Count > MostButtons ? [new CardBlock.Hint($"{questions.Count - MostButtons} more are open; to answer one of them, reply to its card.")] : Array.Empty<CardBlock>(),
            ])
        {
            Buttons =
            [
                .. shown.Select((item, index) => new CardButton((index + 1).ToString(CultureInfo.InvariantCulture), new CardTap.Route(id, item.Id), Confirm: null)),
                new CardButton("Something new", new CardTap.Route(id, Target: null), Confirm: null),
            ],
        };
    }

    private static string Short(string text) => text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
}

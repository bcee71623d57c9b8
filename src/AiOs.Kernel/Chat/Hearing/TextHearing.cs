using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Words;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Playbooks;

namespace AiOs.Kernel.Chat.Hearing;

/// <summary>Words: a command, an answer to a card, an answer to the open question, or something new, in this order.</summary>
internal sealed class TextHearing(CommandHearing commands, ReplyHearing replies, PendingHearing pending, Opener opener, MessageLinks links, OpenItems open, PlaybookShelf playbooks, Speaker speaker)
{
    private const int MostNamed = 10;

    public async Task HearAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(heard.Text))
        {
            await speaker.TellAsync(heard, "There was nothing in this that I can read.", about: null, cancellationToken);
        }
        else if (!opener.AreOwn(heard))
        {
            await opener.OpenAsync(heard, follows: null, [], cancellationToken);
        }
        else
        {
            await HearOwnAsync(heard, cancellationToken);
        }
    }

    /// <summary>Goes on with what was taken before: a command that may not have run, or words that were kept.</summary>
    public async Task GoOnAsync(Heard heard, StreamId known, CancellationToken cancellationToken)
    {
        if (!opener.AreOwn(heard) || !await commands.GoOnAsync(heard, cancellationToken))
        {
            await pending.GoOnAsync(heard, known, cancellationToken);
        }
    }

    private async Task HearOwnAsync(Heard heard, CancellationToken cancellationToken)
    {
        var message = heard.Message;
        if (CodeWords.IsStart(heard.Text))
        {
            await speaker.SayAsync(heard, Welcome.Note, link: null, cancellationToken);
            return;
        }

        var link = message.ReplyTo is { } answered ? await links.FindAsync(message.Channel, message.Place, answered, cancellationToken) : null;
        if (commands.Read(heard) is { } command)
        {
            await commands.RunAsync(heard, command, link, cancellationToken);
        }
        else if (link is not null)
        {
            await replies.HearAsync(heard, link, cancellationToken);
        }
        else
        {
            await HearLooseAsync(heard, cancellationToken);
        }
    }

    /// <summary>A yes that answers no card may answer a question, but never approves. The words that start a playbook are no answer to anything.</summary>
    private async Task HearLooseAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (!heard.Spoken && await playbooks.HearAsync(heard.Text, cancellationToken) is not null)
        {
            await opener.OpenAsync(heard, follows: null, [], cancellationToken);
            return;
        }

        var questions = await open.QuestionsAsync(cancellationToken);
        var cards = TypedAnswer.Read(heard.Text) is TypedAnswer.Words ? null : await open.CardsAsync(cancellationToken);
        if (cards is not null && (cards.Count > 0 || questions.Count == 0))
        {
            await speaker.TellAsync(heard, NotApproved(cards), about: null, cancellationToken);
        }
        else if (questions.Count > 0)
        {
            await pending.HearAsync(heard, questions, cancellationToken);
        }
        else
        {
            await opener.OpenAsync(heard, follows: null, [], cancellationToken);
        }
    }

    private static ChatNote NotApproved(IReadOnlyList<WorkItemView> cards) => cards.Count == 0
        ? new ChatNote("Nothing waits for a yes or no.", [])
        : new ChatNote(
            "Nothing was decided: a yes or no counts as a reply to one card.",
            [
                new CardBlock.Facts([.. cards.Take(MostNamed).Select(item => new Fact(item.Card.Status, item.Card.Title))]),
                .. cards.Count > MostNamed ? [new CardBlock.Hint($"And {cards.Count - MostNamed} more; /tasks lists all.")] : Array.Empty<CardBlock>(),
            ]);
}

using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>The one way from a <see cref="ChatNote"/> to Telegram. It is cut into as many messages as it needs, and nothing is left out.</summary>
internal static class TelegramNotes
{
    /// <summary>Renders a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="token">Makes the opaque token for a tap; 1 to 64 bytes.</param>
    /// <returns>The messages in the order in which they are sent.</returns>
    public static TelegramRendering Render(ChatNote note, Func<CardTap, string> token)
    {
        var rows = TelegramCards.Rows(note.Buttons, token);
        var rendering = MessagePages.Numbered(MessagePages.Pack(Body(note)), rows, whole: true) with { Pictures = TelegramCards.Pictures(note.Blocks) };
        // Buttons and the request for a reply are the same field of Telegram's; buttons come first.
        return note.WantsReply && rows.Count == 0 ? rendering with { Last = rendering.Last with { WantsReply = true } } : rendering;
    }

    private static IEnumerable<TelegramLine> Body(ChatNote note)
    {
        foreach (var line in TelegramWords.Lines(note.Title, TelegramStyle.Bold, quoted: false))
        {
            yield return new TelegramLine(false, line);
        }

        foreach (var line in note.Blocks.SelectMany(static block => CardLines.Of(block).Prepend(TelegramLine.Blank)).Concat(TelegramCards.AnswerLines(note.Buttons)))
        {
            yield return line;
        }
    }
}

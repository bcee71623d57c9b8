using System.Globalization;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>The one way from a <see cref="Card"/> to Telegram.</summary>
internal static class TelegramCards
{
    public const int LongestText = MessagePages.LongestText;
    public const int LongestData = 64;
    public const int MostEarlier = 9;

    private const int ButtonsPerRow = 3;

    /// <summary>Renders a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="token">Makes the opaque token for a tap; 1 to 64 bytes.</param>
    /// <returns>The messages in the order in which they are sent.</returns>
    public static TelegramRendering Render(Card card, Func<CardTap, string> token)
    {
        var buttons = CardButton.Of(card);
        var confirm = buttons.Select(static button => button.Confirm).FirstOrDefault(static wanted => wanted is not null);
        var pages = MessagePages.Pack([.. Body(card), .. confirm is null ? [] : CardLines.OfConfirm(confirm), .. AnswerLines(buttons)]);
        var whole = pages.Count <= MostEarlier + 1;
        if (!whole)
        {
            pages = MessagePages.Pack([.. TooLong(pages), TelegramLine.Blank, .. CardLines.Head(card)])[..1];
            buttons = [.. buttons.Where(static button => button.Tap is not CardTap.Decide { Kind: DecisionKind.Approve or DecisionKind.Change })];
        }

        return MessagePages.Numbered(pages, Rows(buttons, token), whole) with { Pictures = Pictures(card.Blocks) };
    }

    /// <summary>The buttons in rows. What has to be typed first is answered by a reply, not by a tap.</summary>
    public static IReadOnlyList<IReadOnlyList<TelegramButton>> Rows(IReadOnlyList<CardButton> buttons, Func<CardTap, string> token) =>
    [
        .. buttons.Where(static button => button is { Confirm: null, Tap: not CardTap.Answer })
            .Select(button => new TelegramButton(button.Label, Checked(token(button.Tap)))).Chunk(ButtonsPerRow),
    ];

    /// <summary>The pictures among the parts; their words stand in the text.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Pictures(IReadOnlyList<CardBlock> blocks) =>
        [.. blocks.OfType<CardBlock.Image>().Where(static image => !image.Png.IsEmpty).Select(static image => image.Png)];

    /// <summary>What stands under a text that is answered by a reply.</summary>
    public static IEnumerable<TelegramLine> AnswerLines(IReadOnlyList<CardButton> buttons) =>
        buttons.Any(static button => button.Tap is CardTap.Answer)
            ? [TelegramLine.Blank, new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, "Reply to this message to answer.")])]
            : [];

    private static IEnumerable<TelegramLine> Body(Card card)
    {
        foreach (var line in CardLines.Head(card))
        {
            yield return line;
        }

        foreach (var block in card.Blocks)
        {
            yield return TelegramLine.Blank;
            foreach (var line in CardLines.Of(block))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<TelegramLine> TooLong(IReadOnlyList<IReadOnlyList<TelegramLine>> pages)
    {
        var length = pages.Sum(static page => page.Sum(static line => line.Length));
        var text = string.Create(CultureInfo.InvariantCulture, $"This is too long to be shown here whole ({length} characters), so it cannot be approved here. Look at it on the web page.");
        yield return new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, text)]);
    }

    private static string Checked(string token) => Encoding.UTF8.GetByteCount(token) is > 0 and <= LongestData
        ? token
        : throw new InvalidOperationException("A token on a button has 1 to 64 bytes.");
}

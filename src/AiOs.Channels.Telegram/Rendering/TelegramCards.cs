using System.Globalization;
using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>The one way from a <see cref="Card"/> to Telegram.</summary>
internal static class TelegramCards
{
    public const int LongestText = 4096;
    public const int LongestData = 64;
    public const int MostEarlier = 9;

    /// <summary>Telegram forgets formatting past 100 entities, and our marks are formatting.</summary>
    private const int MostEntities = 90;

    private const int HeadRoom = 96;
    private const int ButtonsPerRow = 3;

    /// <summary>Renders a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="token">Makes the opaque token for a tap; 1 to 64 bytes.</param>
    /// <returns>The messages in the order in which they are sent.</returns>
    public static TelegramRendering Render(Card card, Func<CardTap, string> token)
    {
        var buttons = CardButton.Of(card);
        var confirm = buttons.Select(static button => button.Confirm).FirstOrDefault(static wanted => wanted is not null);
        var pages = Pack([.. Body(card), .. confirm is null ? [] : CardLines.OfConfirm(confirm), .. AnswerLines(buttons)]);
        var whole = pages.Count <= MostEarlier + 1;
        if (!whole)
        {
            pages = Pack([.. TooLong(pages), TelegramLine.Blank, .. CardLines.Head(card)])[..1];
            buttons = [.. buttons.Where(static button => button.Tap is not CardTap.Decide { Kind: DecisionKind.Approve or DecisionKind.Change })];
        }

        var rows = buttons.Where(static button => button is { Confirm: null, Tap: not CardTap.Answer })
            .Select(button => new TelegramButton(button.Label, Checked(token(button.Tap)))).Chunk(ButtonsPerRow);
        var messages = pages.Select((page, at) => MessageHtml.Of(Numbered(page, at, pages.Count))).ToList();
        return new TelegramRendering([.. messages.SkipLast(1).Select(static html => new TelegramMessage(html, []))], new TelegramMessage(messages[^1], [.. rows]), whole);
    }

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

    private static IEnumerable<TelegramLine> AnswerLines(IReadOnlyList<CardButton> buttons) =>
        buttons.Any(static button => button.Tap is CardTap.Answer)
            ? [TelegramLine.Blank, new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, "Reply to this message to answer.")])]
            : [];

    private static IEnumerable<TelegramLine> TooLong(IReadOnlyList<IReadOnlyList<TelegramLine>> pages)
    {
        var length = pages.Sum(static page => page.Sum(static line => line.Length));
        var text = string.Create(CultureInfo.InvariantCulture, $"This is too long to be shown here whole ({length} characters), so it cannot be approved here. Look at it on the web page.");
        yield return new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, text)]);
    }

    /// <summary>Fills messages line by line. What does not fit as one line is cut with a mark.</summary>
    private static List<List<TelegramLine>> Pack(IEnumerable<TelegramLine> lines)
    {
        List<List<TelegramLine>> pages = [[]];
        var (length, entities) = (0, 0);
        foreach (var line in lines.SelectMany(static line => IsTooMuch(line) ? LineCut.Cut(line, LongestText - HeadRoom, MostEntities) : [line]))
        {
            if (pages[^1].Count > 0 && (length + line.Length > LongestText - HeadRoom || entities + line.Entities + 1 > MostEntities))
            {
                pages.Add([]);
                (length, entities) = (0, 0);
            }

            pages[^1].Add(line);
            length += line.Length;
            entities += line.Entities + (line.Quoted ? 1 : 0);
        }

        return pages;
    }

    private static bool IsTooMuch(TelegramLine line) => line.Length > LongestText - HeadRoom || line.Entities + 1 > MostEntities;

    private static List<TelegramLine> Numbered(List<TelegramLine> page, int at, int count) => count == 1
        ? page
        : [new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, string.Create(CultureInfo.InvariantCulture, $"── Part {at + 1} of {count} ──"))]), .. page];

    private static string Checked(string token) => Encoding.UTF8.GetByteCount(token) is > 0 and <= LongestData
        ? token
        : throw new InvalidOperationException("A token on a button has 1 to 64 bytes.");
}

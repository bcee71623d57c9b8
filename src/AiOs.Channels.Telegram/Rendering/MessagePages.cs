using System.Globalization;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>Lines packed into as many messages as they need.</summary>
internal static class MessagePages
{
    public const int LongestText = 4096;

    /// <summary>Telegram forgets formatting past 100 entities, and our marks are formatting.</summary>
    private const int MostEntities = 90;

    private const int HeadRoom = 96;

    /// <summary>Fills messages line by line. What does not fit as one line is cut with a mark.</summary>
    public static List<List<TelegramLine>> Pack(IEnumerable<TelegramLine> lines)
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

    /// <summary>The packed lines as messages, which say where they belong where there are several. The last one carries the buttons.</summary>
    public static TelegramRendering Numbered(List<List<TelegramLine>> pages, IReadOnlyList<IReadOnlyList<TelegramButton>> rows, bool whole)
    {
        var messages = pages.Select((page, at) => MessageHtml.Of(Headed(page, at, pages.Count))).ToList();
        return new TelegramRendering([.. messages.SkipLast(1).Select(static html => new TelegramMessage(html, []))], new TelegramMessage(messages[^1], rows), whole);
    }

    private static List<TelegramLine> Headed(List<TelegramLine> page, int at, int count) => count == 1
        ? page
        : [new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, string.Create(CultureInfo.InvariantCulture, $"── Part {at + 1} of {count} ──"))]), .. page];
}

using AiOs.Contracts.Cards;
using AiOs.Contracts.Cards.Plain;

namespace AiOs.Channels.Telegram.Rendering;

/// <summary>A card as lines, before they are packed into messages.</summary>
internal static class CardLines
{
    public static IReadOnlyList<TelegramLine> Head(Card card) =>
    [
        .. Plain(TelegramWords.Lines(card.Title, TelegramStyle.Bold, quoted: false)),
        .. Led(CardSign.Of(card.Tone) + " ", card.Status, TelegramStyle.Italic),
    ];

    public static IEnumerable<TelegramLine> Of(CardBlock block) => block switch
    {
        CardBlock.Text text => Plain(TelegramWords.Lines(text.Value, TelegramStyle.Plain, quoted: false)),
        CardBlock.Hint hint => Led("· ", hint.Value, TelegramStyle.Italic),
        CardBlock.Warning warning => Led("⚠️ Attention: ", warning.Value, TelegramStyle.Plain),
        CardBlock.Facts facts => facts.Rows.SelectMany(OfFact),
        CardBlock.Quote quote => OfQuote(quote),
        CardBlock.Diff diff => OfDiff(diff),
        CardBlock.Image image => Led("🖼 ", image.Words, TelegramStyle.Italic),
        _ => throw new InvalidOperationException($"There is no Telegram text for {block.GetType().Name}."),
    };

    /// <summary>What has to be typed instead of tapped.</summary>
    public static IEnumerable<TelegramLine> OfConfirm(string wanted)
    {
        yield return TelegramLine.Blank;
        foreach (var line in Led("To approve, reply to this message and type: ", wanted, TelegramStyle.Bold))
        {
            yield return line;
        }
    }

    private static IEnumerable<TelegramLine> Plain(IEnumerable<IReadOnlyList<TelegramSpan>> lines) => lines.Select(static line => new TelegramLine(false, line));

    /// <summary>The lead is bold, which no value in a text is; so nobody's words can pass for it.</summary>
    private static IEnumerable<TelegramLine> Led(string lead, string value, TelegramStyle style)
    {
        var lines = TelegramWords.Lines(value, style, quoted: false);
        lines[0].Insert(0, new TelegramSpan(TelegramStyle.Bold, lead));
        return Plain(lines);
    }

    private static IEnumerable<TelegramLine> OfFact(Fact fact)
    {
        var name = TelegramWords.Lines(fact.Name, TelegramStyle.Bold, quoted: false);
        var value = TelegramWords.Lines(fact.Value, TelegramStyle.Plain, quoted: false);
        name[^1].Add(new TelegramSpan(TelegramStyle.Bold, ": "));
        name[^1].AddRange(value[0]);
        return Plain([.. name, .. value.Skip(1)]);
    }

    private static IEnumerable<TelegramLine> OfQuote(CardBlock.Quote quote) =>
    [
        .. Led("❝ ", quote.Source, TelegramStyle.Italic),
        .. TelegramWords.Lines(quote.Value, TelegramStyle.Plain, quoted: true).Select(static line => new TelegramLine(true, line)),
    ];

    private static IEnumerable<TelegramLine> OfDiff(CardBlock.Diff diff)
    {
        yield return new TelegramLine(false, [new TelegramSpan(TelegramStyle.Bold, "± What changed")]);
        foreach (var line in LineDiff.Of(diff.Before, diff.After))
        {
            var (lead, style) = line.Side switch
            {
                DiffSide.Gone => ("➖ ", TelegramStyle.Struck),
                DiffSide.New => ("➕ ", TelegramStyle.Plain),
                _ => ("▫️ ", TelegramStyle.Plain),
            };
            // A lone carriage return inside a line is a line end too; each part carries the sign.
            foreach (var spans in TelegramWords.Lines(line.Text, style, quoted: false))
            {
                yield return new TelegramLine(true, [new TelegramSpan(TelegramStyle.Bold, lead), .. spans]);
            }
        }
    }
}

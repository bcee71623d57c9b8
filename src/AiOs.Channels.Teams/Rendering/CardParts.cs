using AiOs.Contracts.Cards;
using AiOs.Contracts.Cards.Plain;
using AiOs.Contracts.Chat;

namespace AiOs.Channels.Teams.Rendering;

/// <summary>A card as parts, before they are packed.</summary>
internal static class CardParts
{
    private const string Quoted = "emphasis";

    public static IEnumerable<CardPart> Of(Card card) => [Head(card), .. card.Blocks.Select(Of)];

    public static CardPart Head(Card card) => new(
        null,
        [.. CardWords.Lines(card.Title, RunStyle.Title, boxed: false), .. Led(CardSign.Of(card.Tone) + " ", RunStyle.Bold, card.Status, RunStyle.Quiet)]);

    public static IEnumerable<CardPart> Of(ChatNote note) => [new CardPart(null, CardWords.Lines(note.Title, RunStyle.Title, boxed: false)), .. note.Blocks.Select(Of)];

    private static CardPart Of(CardBlock block) => block switch
    {
        CardBlock.Text text => new CardPart(null, CardWords.Lines(text.Value, RunStyle.Plain, boxed: false)),
        CardBlock.Hint hint => new CardPart(null, Led("· ", RunStyle.Bold, hint.Value, RunStyle.Quiet)),
        CardBlock.Warning warning => new CardPart("attention", Led("⚠ Attention: ", RunStyle.Bold, warning.Value, RunStyle.Plain)),
        CardBlock.Facts facts => new CardPart("default", [.. facts.Rows.SelectMany(OfFact)]),
        CardBlock.Quote quote => new CardPart(Quoted, [.. Led("❝ ", RunStyle.Bold, quote.Source, RunStyle.Quiet), .. CardWords.Lines(quote.Value, RunStyle.Plain, boxed: true)]),
        CardBlock.Diff diff => new CardPart(Quoted, [[new CardRun(RunStyle.Bold, "± What changed")], .. LineDiff.Of(diff.Before, diff.After).SelectMany(OfDiff)]),
        CardBlock.Image image => new CardPart(null, Led("🖼 ", RunStyle.Bold, image.Words, RunStyle.Quiet)) { Picture = image.Png.Length > 0 ? new CardPicture(image.Png) : null },
        _ => throw new InvalidOperationException($"There is no Adaptive Card for {block.GetType().Name}."),
    };

    private static List<List<CardRun>> Led(string lead, RunStyle leadStyle, string value, RunStyle style)
    {
        var lines = CardWords.Lines(value, style, boxed: false);
        lines[0].Insert(0, new CardRun(leadStyle, lead));
        return lines;
    }

    /// <summary>The name is bold, which no value is; so a value cannot pass for a row of its own.</summary>
    private static IEnumerable<List<CardRun>> OfFact(Fact fact)
    {
        var name = CardWords.Lines(fact.Name, RunStyle.Bold, boxed: false);
        var value = CardWords.Lines(fact.Value, RunStyle.Plain, boxed: false);
        name[^1].Add(new CardRun(RunStyle.Bold, ": "));
        name[^1].AddRange(value[0]);
        return [.. name, .. value.Skip(1)];
    }

    private static IEnumerable<List<CardRun>> OfDiff(DiffLine line)
    {
        var (sign, style) = line.Side switch
        {
            DiffSide.Gone => ("− ", RunStyle.Gone),
            DiffSide.New => ("+ ", RunStyle.Plain),
            _ => ("· ", RunStyle.Plain),
        };
        foreach (var runs in CardWords.Lines(line.Text, style, boxed: false))
        {
            yield return [new CardRun(RunStyle.Bold, sign), .. runs];
        }
    }
}

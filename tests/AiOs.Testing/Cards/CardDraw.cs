using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Ids;

namespace AiOs.Testing.Cards;

/// <summary>Draws cards from a script of bytes: hostile words in every place where words can stand. The same script draws the same.</summary>
public sealed class CardDraw(byte[] script)
{
    private static readonly string[] Words =
    [
        "a", "b", "Hello", "1,200.00 EUR", " ", "  ", "\n", "\n\n", "\t", "<b>", "</b>", "<a href=\"http://evil.example\">x</a>", "&amp;", "&", "<at>Boss</at>",
        "**bold**", "_it_", "`c`", "[x](http://evil.example)", "![x](http://evil.example/p.png)", "http://evil.example/a?b=c", "anna@berg.example", "@someone", "/approve", "#tag", "$EUR",
        "\u202E", "\u200B", "\u200B\u200C", "\u200C\u200B", "\u2066", "\0", "\u00AD", "\uFEFF", "p\u0430ypal.com", "\uD83D", "👩‍👧", "❤️", "日本語", "Ünï", "[U+202E]", "[empty]", "¶", "[mixed alphabets]",
        "Attention: ", "⚠️ ", "➖ ", "➕ ", "▫️ ", "❝ ", ": ", "{{DATE(2017-02-14T06:08:00Z,LONG)}}", "{{", "}}", "${name}", "\u3164", "\u2028", "- x", "1. x", "# x", "A\u030A", "\u00A0", "a\uFE0F", "\uFE0E", "1\uFE0F\u20E3", "p\u0585stal", "+49 170 1234567",
    ];

    private uint _state = script.Aggregate(2166136261u, static (hash, one) => (hash ^ one) * 16777619u);
    private int _at;

    /// <summary>A number from 0 to below the limit.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The number.</returns>
    public int Below(int limit)
    {
        // The script first, so that shrinking it shrinks the card; then what follows from it.
        _state = (_state * 1664525u) + 1013904223u;
        return (int)((_at < script.Length ? script[_at++] : _state >> 8) % (uint)limit);
    }

    /// <summary>Some words.</summary>
    /// <param name="most">How many at most.</param>
    /// <returns>The words in a row, perhaps none.</returns>
    public string Text(int most = 6)
    {
        var text = new StringBuilder();
        for (var left = Below(most + 1); left > 0; left--)
        {
            text.Append(Words[Below(Words.Length)]);
        }

        return text.ToString();
    }

    /// <summary>A card with something in most places.</summary>
    /// <param name="longest">How often its long texts are repeated; 1 for a card that fits everywhere.</param>
    /// <returns>The card.</returns>
    public Card Card(int longest = 1)
    {
        var item = new WorkItemId(Guid.Parse("0199c0de-0000-7000-8000-000000000001"));
        return new Card
        {
            WorkItem = item,
            Title = Text(3),
            Status = Text(2),
            Tone = (CardTone)Below(5),
            Blocks = [.. Enumerable.Range(0, Below(6)).Select(_ => Block(longest))],
            Actions = Actions(item),
        };
    }

    /// <summary>The card with one thing different.</summary>
    /// <param name="card">The card.</param>
    /// <returns>Another card.</returns>
    public Card Changed(Card card)
    {
        var blocks = card.Blocks.ToList();
        var at = Below(Math.Max(blocks.Count, 1));
        switch (Below(7))
        {
            case 0:
                return card with { Title = Edited(card.Title) };
            case 1:
                return card with { Status = Edited(card.Status) };
            case 2:
                return card with { Tone = (CardTone)(((int)card.Tone + 1) % 5) };
            case 3:
                blocks.Insert(at, Block(1));
                return card with { Blocks = blocks };
            case 4 when blocks.Count > 0:
                blocks.RemoveAt(at);
                return card with { Blocks = blocks };
            case 5 when blocks.Count > 0 && blocks[at] is CardBlock.Text { Value: var value } && value.Length > 1:
                var cut = 1 + Below(value.Length - 1);
                blocks[at] = new CardBlock.Text(value[..cut].TrimEnd('\n'));
                blocks.Insert(at + 1, new CardBlock.Text(value[cut..].TrimStart('\n')));
                return card with { Blocks = blocks };
            default:
                blocks = [.. blocks.Select((block, number) => number == at ? Edited(block) : block)];
                return card with { Blocks = blocks.Count == 0 ? [Block(1)] : blocks };
        }
    }

    /// <summary>All that a card says, for telling cards apart.</summary>
    /// <param name="card">The card.</param>
    /// <returns>Text that two cards share only when they say the same.</returns>
    public static string Print(Card card) => string.Join('\u0001', [card.Title, card.Status, card.Tone.ToString(), .. card.Blocks.Select(Print)]);

    private static string Print(CardBlock block) => block is CardBlock.Facts facts
        ? "Facts\u0002" + string.Join('\u0003', facts.Rows.Select(static row => $"{row.Name}\u0004{row.Value}"))
        : block switch
        {
            CardBlock.Text one => "Text\u0002" + one.Value,
            CardBlock.Hint one => "Hint\u0002" + one.Value,
            CardBlock.Warning one => "Warning\u0002" + one.Value,
            CardBlock.Quote one => $"Quote\u0002{one.Source}\u0003{one.Value}",
            CardBlock.Diff one => $"Diff\u0002{one.Before}\u0003{one.After}",
            CardBlock.Image one => "Image\u0002" + one.Words,
            _ => throw new InvalidOperationException(block.GetType().Name),
        };

    private CardBlock Block(int longest) => Below(7) switch
    {
        0 => new CardBlock.Text(Text()),
        1 => new CardBlock.Hint(Text()),
        2 => new CardBlock.Warning(Text()),
        3 => new CardBlock.Facts([.. Enumerable.Range(0, 1 + Below(4)).Select(_ => new Fact(Text(2), Text()))]),
        4 => new CardBlock.Quote(Text(2), string.Concat(Enumerable.Repeat(Text(12), 1 + Below(longest)))),
        5 => new CardBlock.Image(Text(), SomeCards.Pixel),
        _ => new CardBlock.Diff(Text(8), Text(8)),
    };

    private CardBlock Edited(CardBlock block) => block switch
    {
        CardBlock.Text one => Below(2) == 0 ? one with { Value = Edited(one.Value) } : new CardBlock.Hint(one.Value),
        CardBlock.Hint one => Below(2) == 0 ? one with { Value = Edited(one.Value) } : new CardBlock.Text(one.Value),
        CardBlock.Warning one => Below(2) == 0 ? one with { Value = Edited(one.Value) } : new CardBlock.Text("⚠️ Attention: " + one.Value),
        CardBlock.Facts one => new CardBlock.Facts([.. one.Rows.Skip(1), new Fact(Edited(one.Rows[0].Name), Edited(one.Rows[0].Value))]),
        CardBlock.Quote one => Below(2) == 0 ? one with { Value = Edited(one.Value) } : one with { Source = Edited(one.Source) },
        CardBlock.Image one => Below(2) == 0 ? one with { Words = Edited(one.Words) } : new CardBlock.Text("🖼 " + one.Words),
        CardBlock.Diff one => Below(2) == 0 ? one with { After = Edited(one.After) } : new CardBlock.Diff(one.After, one.Before),
        _ => block,
    };

    private string Edited(string text)
    {
        var at = Below(text.Length + 1);
        return text.Insert(at, Words[Below(Words.Length)]);
    }

    private IReadOnlyList<CardAction> Actions(WorkItemId item)
    {
        var approval = new ApprovalId(Guid.Parse("0199c0de-1111-7000-8000-000000000001"));
        var digest = Digest.Of([(byte)Below(256)]);
        var nonce = $"{Below(256):x2}112233445566778899aabbccddeeff";
        return Below(4) switch
        {
            0 => [],
            1 => [new CardAction.Settle(item, new EffectId(approval.Value)), new CardAction.Why(item)],
            2 => [new CardAction.Answer(item), new CardAction.Undo(item, DateTimeOffset.UnixEpoch)],
            _ =>
            [
                new CardAction.Decide(DecisionKind.Approve, approval, digest, nonce, Below(3) == 0 ? Text(3) : null),
                new CardAction.Decide(DecisionKind.Reject, approval, digest, nonce, null),
                new CardAction.Decide(DecisionKind.Change, approval, digest, nonce, null),
                new CardAction.Why(item),
            ],
        };
    }
}

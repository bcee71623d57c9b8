using AiOs.Contracts.Cards;

namespace AiOs.Testing.Cards;

/// <summary>Pairs of cards that differ in one value, by something that is easily overlooked.</summary>
public static class LookAlikes
{
    /// <summary>Without a width, filling nothing, or doing nothing where it stands.</summary>
    private static readonly string[] Unseen =
    [
        "\u200B", "\u200C", "\u200D", "\u2060", "\u2064", "\uFEFF", "\u00AD", "\u034F", "\u061C", "\u180E", "\uFE00", "\uFE0E", "\uFE0F", "\u3164", "\u115F", "\u1160", "\u17B4", "\u2800",
        "\U000E0001", "\U000E0041", "\U000E0100", "\0", "\u0007", "\u0008", "\u007F", "\u0085", "\u2028", "\u2029", "\v", "\f",
        "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
    ];

    /// <summary>Signs of the ways in which channels write markup.</summary>
    private static readonly string[] Markup = ["<b>", "</b>", "<br>", "&amp;", "&lt;", "&nbsp;", "*", "**", "_", "`", "~~", "||", "\\", "[", "](http://x.example)", "{{", "}}", "<at>", "<!-- -->", "> ", "# ", "- "];

    /// <summary>Letters that are drawn like Latin ones.</summary>
    public static IReadOnlyList<(char Latin, string Other)> Twins { get; } =
    [
        ('a', "\u0430"), ('e', "\u0435"), ('o', "\u043E"), ('p', "\u0440"), ('c', "\u0441"), ('i', "\u0456"), ('o', "\u03BF"), ('v', "\u03BD"), ('o', "\u0585"), ('u', "\u057D"),
        ('a', "\u0251"), ('g', "\u0261"), ('o', "\u1D0F"), ('c', "\u217D"), ('l', "\u217C"), ('D', "\u13A0"), ('o', "\u2C9F"), ('P', "\uA4D1"), ('a', "\U0001D41A"),
    ];

    /// <summary>Every change at every place of a card.</summary>
    /// <returns>What was changed where, and both cards.</returns>
    public static IEnumerable<(string Name, Card One, Card Other)> Pairs()
    {
        foreach (var (change, one, other) in Changes())
        {
            foreach (var (place, put) in Places())
            {
                yield return ($"{change} in {place}", put(one), put(other));
            }
        }
    }

    private static IEnumerable<(string Name, string One, string Other)> Changes()
    {
        const string Base = "Pay Didac google.com 1,200.00";
        foreach (var (unseen, at) in Unseen.SelectMany(static one => new[] { 0, 2, 3, 10, Base.Length }.Select(at => (one, at))))
        {
            yield return ($"U+{char.ConvertToUtf32(unseen, 0):X4} at {at}", Base, Base.Insert(at, unseen));
        }

        foreach (var (markup, at) in Markup.SelectMany(static one => new[] { 0, 6, Base.Length }.Select(at => (one, at))))
        {
            yield return ($"{markup} at {at}", Base, Base.Insert(at, markup));
        }

        foreach (var (latin, other) in Twins)
        {
            var word = "PaDvegoicpul.com";
            yield return ($"{latin} as U+{char.ConvertToUtf32(other, 0):X4}", word, word.Insert(word.IndexOf(latin, StringComparison.Ordinal), other).Remove(word.IndexOf(latin, StringComparison.Ordinal) + other.Length, 1));
        }

        foreach (var blank in new[] { " ", "  ", "\t", "\n", "\n\n", " \n", "\u00A0", "\u3000" })
        {
            yield return ($"blank {(int)blank[0]:X2} x{blank.Length} behind", Base, Base + blank);
            yield return ($"blank {(int)blank[0]:X2} x{blank.Length} before", Base, blank + Base);
        }

        yield return ("two blanks", Base, Base.Replace(" ", "  ", StringComparison.Ordinal));
        yield return ("an unbreakable blank beside one", Base.Replace(" ", "  ", StringComparison.Ordinal), Base.Replace(" ", " \u00A0", StringComparison.Ordinal));
        yield return ("two line ends", "one\ntwo", "one\n\ntwo");
        yield return ("a blank on an empty line", "one\n\ntwo", "one\n \ntwo");
        yield return ("a tab for a blank", "one two", "one\ttwo");
        yield return ("nothing or a blank", string.Empty, " ");
        yield return ("nothing or something unseen", string.Empty, "\u200B");
        yield return ("one or two unseen", "a\u200Bb", "a\u200B\u200Bb");
        yield return ("unseen in another order", "a\u200B\u200Cb", "a\u200C\u200Bb");
    }

    private static IEnumerable<(string Name, Func<string, Card> Put)> Places()
    {
        static Card With(params IReadOnlyList<CardBlock> blocks) => SomeCards.Rejected with { Blocks = blocks };
        yield return ("the title", static text => SomeCards.Rejected with { Title = text });
        yield return ("the status", static text => SomeCards.Rejected with { Status = text });
        yield return ("a text", static text => With(new CardBlock.Text(text)));
        yield return ("a hint", static text => With(new CardBlock.Hint(text)));
        yield return ("a warning", static text => With(new CardBlock.Warning(text)));
        yield return ("a fact's name", static text => With(new CardBlock.Facts([new Fact(text, "value")])));
        yield return ("a fact's value", static text => With(new CardBlock.Facts([new Fact("To", text), new Fact("Subject", "x")])));
        yield return ("a quote's source", static text => With(new CardBlock.Quote(text, "words")));
        yield return ("a quote", static text => With(new CardBlock.Quote("The mail", text)));
        yield return ("what was before", static text => With(new CardBlock.Diff(text, "after")));
        yield return ("what is new", static text => With(new CardBlock.Diff("before", text)));
        yield return ("a picture's words", static text => With(new CardBlock.Image(text, SomeCards.Pixel)));
    }
}

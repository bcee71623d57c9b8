namespace AiOs.Agents.Intake.Extraction.Tokens;

/// <summary>Reads whole numbers in words: <c>seventeen</c>, <c>twenty-five</c>, <c>two hundred and fifty</c>.</summary>
internal static class SpokenNumbers
{
    private static readonly WordTable<int> Small = WordTable<int>.Of(
        (0, "zero null"), (1, "one eins"), (2, "two zwei"), (3, "three drei"), (4, "four vier"), (5, "five fünf"), (6, "six sechs"),
        (7, "seven sieben"), (8, "eight acht"), (9, "nine neun"), (10, "ten zehn"), (11, "eleven elf"), (12, "twelve zwölf"),
        (13, "thirteen dreizehn"), (14, "fourteen vierzehn"), (15, "fifteen fünfzehn"), (16, "sixteen sechzehn"),
        (17, "seventeen siebzehn"), (18, "eighteen achtzehn"), (19, "nineteen neunzehn"));

    private static readonly WordTable<int> Tens = WordTable<int>.Of(
        (20, "twenty zwanzig"), (30, "thirty dreißig"), (40, "forty fourty vierzig"), (50, "fifty fünfzig"), (60, "sixty sechzig"),
        (70, "seventy siebzig"), (80, "eighty achtzig"), (90, "ninety neunzig"));

    private static readonly WordTable<decimal> Factors = WordTable<decimal>.Of(
        (100m, "hundred hundert"), (1_000m, "thousand tausend"), (1_000_000m, "million"));

    /// <summary>Gets every word that such a number can begin with.</summary>
    public static IEnumerable<string> Words => Small.Words.Concat(Tens.Words);

    public static bool Begins(ReadOnlySpan<char> word) => Small.Contains(word) || Tens.Contains(word) || Factors.Contains(word);

    /// <summary>Reads a number below one hundred.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token.</param>
    /// <param name="value">The number.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryShort(TokenText text, int i, out int value, out int next)
    {
        next = i + 1;
        if (Small.TryGet(text.Span(i), out value))
        {
            return text.Is(i, TokenKind.Word);
        }

        if (!text.Is(i, TokenKind.Word) || !Tens.TryGet(text.Span(i), out value))
        {
            return false;
        }

        var unit = next + (text.IsSign(next, '-') && text.IsGlued(next) && text.IsGlued(next + 1) ? 1 : 0);
        if (Small.TryGet(text.Span(unit), out var ones) && ones is > 0 and < 10)
        {
            (value, next) = (value + ones, unit + 1);
        }

        return true;
    }

    /// <summary>Reads a number of any size.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">Its first token; <c>a</c> counts before hundred and the like only.</param>
    /// <param name="value">The number.</param>
    /// <param name="next">The token after it.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(TokenText text, int i, out decimal value, out int next) =>
        TryBroken(text, i, out value, out next) || TryWhole(text, i, out value, out next);

    /// <summary>A part of a large number: <c>two and a half thousand</c>, <c>one point five million</c>, <c>a couple of hundred</c>, <c>half a million</c>.</summary>
    private static bool TryBroken(TokenText text, int i, out decimal value, out int next)
    {
        next = i;
        value = 0;
        if (text.IsWord(i, "a") && text.IsWord(i + 1, "couple"))
        {
            (value, next) = (2, i + (text.IsWord(i + 2, "of") ? 3 : 2));
        }
        else if (text.IsWord(i, "half") && text.IsWord(i + 1, "a"))
        {
            (value, next) = (0.5m, i + 2);
        }
        else if (text.TryNumber(i, out var whole) || TryShort(text, i, out whole, out next))
        {
            next = text.Is(i, TokenKind.Number) ? i + 1 : next;
            value = whole;
            if (text.IsWord(next, "and") && text.IsWord(next + 1, "a") && text.IsWord(next + 2, "half"))
            {
                (value, next) = (value + 0.5m, next + 3);
            }
            else if (text.IsWord(next, "point") && TryShort(text, next + 1, out var tenths, out var end) && tenths < 10)
            {
                (value, next) = (value + (tenths / 10m), end);
            }
            else
            {
                return false;
            }
        }

        var large = value > 0 && Factors.TryGet(text.Span(next), out var factor) ? factor : Thousand(text, next);
        value *= large;
        next++;
        return large > 0 && value > 0;
    }

    /// <summary>The words for a thousand that stand with numbers of money only.</summary>
    private static decimal Thousand(TokenText text, int i) => text.IsWord(i, "k") ? 1_000m : 0;

    private static bool TryWhole(TokenText text, int i, out decimal value, out int next)
    {
        next = i + (text.IsWord(i, "a") && Factors.Contains(text.Span(i + 1)) ? 1 : 0);
        var (total, part, seen) = (0m, 0m, false);
        while (total < 1_000_000_000m)
        {
            var word = next + (seen && text.IsWord(next, "and") && Factors.Contains(text.Span(next - 1)) ? 1 : 0);
            if (part % 100 == 0 && TryShort(text, word, out var small, out var after) && (!seen || Factors.Contains(text.Span(word - 1)) || word > next))
            {
                (part, next) = (part + small, after);
            }
            else if (word == next && Factors.TryGet(text.Span(word), out var factor))
            {
                part = Math.Max(part, 1) * factor;
                (total, part) = factor > 100 ? (total + part, 0) : (total, part);
                next++;
            }
            else
            {
                break;
            }

            seen = true;
        }

        value = total + part;
        return seen;
    }
}

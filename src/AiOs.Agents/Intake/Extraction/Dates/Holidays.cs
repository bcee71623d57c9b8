using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>
/// Reads days that have a name: <c>Christmas Eve</c>, <c>New Year's Day 2027</c>, <c>Good Friday</c>. A single word such as Christmas is a day only
/// after a word such as on or by, with a year, or on a line of its own; in a greeting no name is one.
/// </summary>
internal static class Holidays
{
    private static readonly WordTable<Func<int, DateOnly>> Single = WordTable<Func<int, DateOnly>>.Of(
        (year => new DateOnly(year, 12, 25), "christmas xmas weihnachten"), (year => new DateOnly(year, 10, 31), "halloween"),
        (year => new DateOnly(year, 12, 24), "heiligabend"), (year => new DateOnly(year, 12, 31), "silvester hogmanay"),
        (year => new DateOnly(year, 1, 1), "neujahr"));

    private static readonly (string[] Words, Func<int, DateOnly> In)[] Phrases =
    [
        .. Fixed(12, 24, "christmas eve", "xmas eve"), .. Fixed(12, 25, "christmas day", "xmas day"), .. Fixed(12, 26, "boxing day"),
        .. Fixed(2, 14, "valentine's day", "valentines day", "valentine day"), .. Fixed(7, 4, "independence day", "fourth of july"),
        .. Fixed(12, 31, "new year's eve", "new years eve", "new year eve"), .. Fixed(1, 1, "new year's day", "new years day", "new year day"),
        .. Fixed(3, 17, "st patrick's day", "st patricks day", "saint patrick's day"), .. Fixed(11, 5, "bonfire night"), .. Fixed(11, 11, "veterans day"),
        .. Moving(year => Easter(year), "easter sunday"), .. Moving(year => Easter(year).AddDays(1), "easter monday"),
        .. Moving(year => Easter(year).AddDays(-2), "good friday"), .. Moving(year => Nth(year, 11, 4, 4), "thanksgiving day"),
        .. Moving(year => Nth(year, 9, 1, 1), "labor day"), .. Moving(year => Nth(year, 6, 1, 1).AddDays(-7), "memorial day"),
    ];

    private static readonly WordTable<bool> Leads = WordTable<bool>.Of(
        (true, "on by before until till from since for at an zu bis vor ab am"));

    private static readonly WordTable<bool> Greetings = WordTable<bool>.Of((true, "happy merry frohe frohes fröhliche schöne schönes schönen guten gutes"));

    /// <summary>Gets every word that such a name begins with.</summary>
    public static IEnumerable<string> Words =>
        Single.Words.Concat(Phrases.SelectMany(phrase => new[] { phrase.Words[0], phrase.Words[0].Replace('\'', '’') })).Distinct();

    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (!TryName(text, i, out var day, out var next) || Greetings.Contains(text.Span(i - 1)))
        {
            return false;
        }

        var hasYear = text[next].Length == 4 && text.TryNumber(next, out var year) && year is > 1990 and < 2100;
        _ = text.TryNumber(next, out year);
        var alone = text.Is(i - 1, TokenKind.Line) && text.Is(next, TokenKind.Line);
        if (next == i + 1 && !hasYear && !alone && !Leads.Contains(text.Span(i - 1)))
        {
            return false;
        }

        var coming = day(from.Year) >= from ? day(from.Year) : day(from.Year + 1);
        hit = hasYear ? new DayHit(day(year), next + 1) : new DayHit(coming, next);
        return true;
    }

    private static (string[] Words, Func<int, DateOnly> In)[] Fixed(int month, int day, params string[] names) =>
        Moving(year => new DateOnly(year, month, day), names);

    private static (string[] Words, Func<int, DateOnly> In)[] Moving(Func<int, DateOnly> day, params string[] names) =>
        [.. names.Select(name => (name.Split(' '), day))];

    /// <summary>The so manieth weekday of a month.</summary>
    private static DateOnly Nth(int year, int month, int weekday, int count) =>
        Calendar.Coming(weekday, new DateOnly(year, month, 1).AddDays(-1)).AddDays(7 * (count - 1));

    /// <summary>Easter Sunday by the rule of the Gregorian calendar, after Meeus.</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var days = h + l - (7 * m) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static bool TryName(TokenText text, int i, out Func<int, DateOnly> day, out int next)
    {
        foreach (var (words, then) in Phrases)
        {
            var matches = 0;
            while (matches < words.Length && Same(text.Span(i + matches), words[matches]))
            {
                matches++;
            }

            if (matches == words.Length)
            {
                (day, next) = (then, i + matches);
                return true;
            }
        }

        next = i + 1;
        return Single.TryGet(text.Span(i), out day!) && text.Is(i, TokenKind.Word);
    }

    private static bool Same(ReadOnlySpan<char> word, string name)
    {
        if (word.Length != name.Length)
        {
            return false;
        }

        for (var k = 0; k < name.Length; k++)
        {
            var c = word[k] == '’' ? '\'' : char.ToLowerInvariant(word[k]);
            if (c != name[k])
            {
                return false;
            }
        }

        return true;
    }
}

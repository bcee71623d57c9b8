using AiOs.Agents.Intake.Extraction.Dates.Months;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Reads days of the week, with <c>next</c>, <c>this</c> or <c>last</c> before them, or a date after them.</summary>
internal static class Weekdays
{
    private static readonly WordTable<int> Which = WordTable<int>.Of(
        (0, "this diesen dieser diesem"), (1, "next nächsten nächster nächste"), (2, "coming kommenden that"), (-1, "last letzten past previous"));

    /// <summary>Words that make a weekday come round again and again, or one of a month.</summary>
    private static readonly WordTable<bool> Repeats = WordTable<bool>.Of(
        (true, "every each jeden jeder other first second third fourth ersten zweiten dritten letzten"));

    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text.IsWord(i + 1, "week") && Weeks(text.Span(i)) is { } off)
        {
            var at = i + 2 + (text.IsWord(i + 2, "on") ? 1 : 0);
            var named = TryName(text, at, out var of, out var end);
            hit = new DayHit(Calendar.OfWeek(of, from, off), end);
            return named;
        }

        var which = Which.TryGet(text.Span(i), out var number) ? number : 3;
        var name = which == 3 ? i : i + 1;
        if (!TryName(text, name, out var weekday, out var next) || Repeats.Contains(text.Span(i - 1))
            || (text.IsWord(next, "of") && !text.IsWord(next + 2, "week")))
        {
            return false;
        }

        var dated = next + (text.IsSign(next, ',') ? 1 : 0);
        dated += text.IsWord(dated, "the") || text.IsWord(dated, "den") || text.IsWord(dated, "dem") ? 1 : 0;
        if (NumericDays.TryRead(text, dated, from, out var date) || NamedDays.TryFull(text, dated, from, out date))
        {
            hit = WithDate(text, name, weekday, date);
            return true;
        }

        if (NamedDays.TryOrdinal(text, dated, out var day, out var after)
            || (text.IsWord(dated - 1, "the") && NamedDays.TrySpoken(text, dated, out day, out after) && NamedDays.MayEnd(text, after)))
        {
            hit = OfMonth(text, name, after, Calendar.Both(day, weekday, from), from);
            return hit.Day is not null;
        }

        var weeks = text.IsWord(next, "of") ? next + 1 : next;
        hit = text.IsWord(weeks + 1, "week") && Weeks(text.Span(weeks)) is { } later
            ? new DayHit(Calendar.OfWeek(weekday, from, later), weeks + 2)
            : new DayHit(Relative(which, weekday, from), next, Weekday: true);
        return true;
    }

    /// <summary>A short English name in small letters, led or with its date: <c>on thurs</c>, <c>fri 5th</c>.</summary>
    private static bool IsNamed(TokenText text, int i, int next) =>
        text.Span(i) is "mon" or "tue" or "tues" or "wed" or "weds" or "thu" or "thur" or "fri" or "sat" or "sun"
        && (NamedDays.TryOrdinal(text, next, out _, out _) || text.Span(i - 1) is "on" or "by" or "until" or "till" or "this" or "next" or "last" or "coming"
            || (text.Span(i) is not "sun" && text.Span(i - 1) is "from" or "to"));

    private static int? Weeks(ReadOnlySpan<char> word) => word switch { "last" => -1, "this" => 0, "next" => 1, _ => null };

    /// <summary><c>Friday the 17th</c>: only one day soon is both, and where it is not soon that is said.</summary>
    private static DayHit OfMonth(TokenText text, int name, int next, DateOnly? day, DateOnly from) =>
        new(day, next, day > from.AddMonths(2) ? $"“{text.Quote(name, next)}” is next on {day:yyyy-MM-dd}" : null);

    private static DateOnly Relative(int which, int weekday, DateOnly from) => which switch
    {
        0 => Calendar.OfWeek(weekday, from, 0) is var day && day < from ? day.AddDays(7) : day,
        1 => Calendar.OfWeek(weekday, from, 1),
        -1 => Calendar.Coming(weekday, from).AddDays(-14) is var before && before.AddDays(7) < from ? before.AddDays(7) : before,
        _ => Calendar.Coming(weekday, from),
    };

    private static DayHit WithDate(TokenText text, int name, int weekday, DayHit date) =>
        date.Day is { } day && Calendar.WeekdayOf(day) != weekday
            ? date with { Notice = $"“{text.Quote(name, date.Next)}”: that day is a {day.DayOfWeek}" }
            : date;

    /// <summary>
    /// Short names are words of other kinds as well: they need a capital, and a dot, comma or digit after them, or a word such
    /// as on before.
    /// </summary>
    private static bool TryName(TokenText text, int i, out int weekday, out int next)
    {
        next = i + 1;
        weekday = 0;
        if (!text.Is(i, TokenKind.Word) || !DateWords.Weekdays.TryGet(text.Span(i), out weekday))
        {
            return false;
        }

        if (text[i].Length > 4)
        {
            return true;
        }

        var marked = text.IsGlued(next) && (text.IsSign(next, '.') || text.IsSign(next, ','));
        next += marked && text.IsSign(next, '.') ? 1 : 0;
        var beside = text.Is(next, TokenKind.Number) || (marked && text.Is(next + 1, TokenKind.Number))
            || (text[i].Length > 2 && DateWords.Leads.Contains(text.Span(i - 1))) || text.IsWord(next, "at");
        return (text.IsCapitalised(i) ? beside : IsNamed(text, i, next)) && !(text.Is(i - 1, TokenKind.Sign) && text.IsGlued(i));
    }
}

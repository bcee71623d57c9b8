using AiOs.Agents.Intake.Extraction.Dates.Months;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Reads days told from the day of writing: tomorrow, in two weeks, within 14 days, the end of the month.</summary>
internal static class RelativeDays
{
    private static readonly WordTable<int> Words = WordTable<int>.Owning(
        (0, "today tonight heute"), (1, "tomorrow tmrw tmr tmw tomorow tommorow tommorrow morgen demain mañana"), (2, "übermorgen"), (-2, "vorgestern"), (-1, "yesterday gestern hier ayer"));

    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryWord(text, i, from, out hit) || TryToday(text, i, from, out hit) || TrySpan(text, i, from, out hit) || TryCounted(text, i, from, out hit)
        || TryEnd(text, i, from, out hit);

    /// <summary>A day told from another one: <c>Friday week</c>, <c>tomorrow week</c>, <c>Wednesday in two weeks</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hit">The day before it.</param>
    /// <returns>The later day, or the same.</returns>
    public static DayHit Later(TokenText text, DayHit hit)
    {
        var near = text.Span(hit.Next - 1) is "today" or "Today" or "tomorrow" or "Tomorrow";
        if (hit.Day is not { } day || !(hit.Weekday || near))
        {
            return hit;
        }

        if (text.IsWord(hit.Next, "week"))
        {
            return hit with { Day = day.AddDays(7), Next = hit.Next + 1, Weekday = false };
        }

        return hit.Weekday && text.IsWord(hit.Next, "in") && TryCount(text, hit.Next + 1, 1, day, out var later, out var next)
            && DateWords.Units.TryGet(text.Span(next - 1), out var unit) && unit is 'w' or 'f'
            ? hit with { Day = later, Next = next, Weekday = false } : hit;
    }

    /// <summary><c>this evening</c>: today; the part of the day is left for the time after it.</summary>
    private static bool TryToday(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = new DayHit(from, i + 2);
        if (text.IsWord(i, "last") && text.IsWord(i + 1, "night"))
        {
            hit = new DayHit(from.AddDays(-1), i + 2);
            return true;
        }

        return text.IsWord(i, "this") && DateWords.Parts.Contains(text.Span(i + 1)) && text.Span(i + 1) is not "night";
    }

    private static bool TryWord(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text.IsWord(i, "day") && text.IsWord(i + 1, "after") && (text.IsWord(i + 2, "tomorrow") || text.IsWord(i + 2, "tomorrow's") || text.IsWord(i + 2, "tomorrow’s")))
        {
            hit = new DayHit(from.AddDays(2), i + 3);
            return true;
        }

        if (text.IsWord(i, "day") && text.IsWord(i + 1, "before") && (text.IsWord(i + 2, "yesterday") || text.IsWord(i + 2, "yesterday's") || text.IsWord(i + 2, "yesterday’s")))
        {
            hit = new DayHit(from.AddDays(-2), i + 3);
            return true;
        }

        if (!text.Is(i, TokenKind.Word) || !Words.TryGet(text.Span(i), out var days)
            || text.Span(i) is "hier" or "Hier" or "Morgen" or "mañana")
        {
            return false;
        }

        if (text.Span(i) is "morgen" && (text.IsWord(i - 1, "guten") || text.IsWord(i - 1, "jeden")))
        {
            return false;
        }

        hit = new DayHit(from.AddDays(days), i + 1);
        return true;
    }

    private static bool TrySpan(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var limit = text.IsWord(i, "within") || text.IsWord(i, "innerhalb") || text.IsWord(i, "binnen");
        if (!limit && !text.IsWord(i, "in"))
        {
            return false;
        }

        var count = i + 1;
        count += limit && (text.IsWord(count, "von") || text.IsWord(count, "the") || text.IsWord(count, "next")) ? 1 : 0;
        if (!TryCount(text, count, 1, from, out var day, out var next) || text.Span(next) is "ago" or "earlier" or "later" or "early" or "late" or "before"
            || (text.Span(next - 1).IndexOfAny('\'', '’') > 0 && !text.IsWord(next, "time")))
        {
            return false;
        }

        hit = new DayHit(day, next, Limit: limit, Rough: IsYear(text, next - 1));
        return true;
    }

    /// <summary><c>three days ago</c>, <c>vor 3 Tagen</c>, <c>two weeks from today</c>.</summary>
    private static bool TryCounted(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var german = text.IsWord(i, "vor");
        if (german)
        {
            var found = TryCount(text, i + 1, -1, from, out var past, out var end);
            hit = new DayHit(past, end, Rough: IsLong(text, end - 1));
            return found;
        }

        if (!TryCount(text, i, -1, from, out var before, out var next) || IsVague(text, i))
        {
            return false;
        }

        if (text.IsWord(next, "ago"))
        {
            hit = new DayHit(before, next + 1, Rough: IsLong(text, next - 1));
            return true;
        }

        return TryAfter(text, i, next, from, out hit);
    }

    /// <summary><c>more than two weeks ago</c> says no day.</summary>
    private static bool IsVague(TokenText text, int i) =>
        text.IsWord(i - 1, "over") || (text.IsWord(i - 1, "than") && (text.IsWord(i - 2, "more") || text.IsWord(i - 2, "less") || text.IsWord(i - 2, "longer")));

    /// <summary><c>two weeks from now</c>, <c>a fortnight today</c>, <c>a week on Friday</c>.</summary>
    private static bool TryAfter(TokenText text, int i, int next, DateOnly from, out DayHit hit)
    {
        hit = default;
        var joined = text.IsWord(next, "from") || text.IsWord(next, "on") || text.IsWord(next, "after");
        var start = joined ? next + 1 : next;
        var now = joined && text.IsWord(start, "now");
        var weeks = DateWords.Units.TryGet(text.Span(next - 1), out var unit) && unit is 'w' or 'f';
        var day = new DayHit(from, start + 1);
        if (!now && !(weeks || text.IsWord(next, "from") || text.IsWord(next, "after")) || (!now && !TryWord(text, start, from, out day) && !Weekdays.TryRead(text, start, from, out day)))
        {
            return false;
        }

        if (day.Day is not { } first || (!joined && text.Is(i - 1, TokenKind.Word) && text.Span(i - 1) is "last" or "past" or "for" or "next" or "than"))
        {
            return false;
        }

        _ = TryCount(text, i, 1, first, out var later, out _);
        hit = new DayHit(later, day.Next);
        return true;
    }

    /// <summary>Looking back, months and years are told by heart and not to the day.</summary>
    private static bool IsLong(TokenText text, int unit) => DateWords.Units.TryGet(text.Span(unit), out var name) && name is 'm' or 'y';

    private static bool IsYear(TokenText text, int unit) => DateWords.Units.TryGet(text.Span(unit), out var name) && name == 'y';

    private static bool TryCount(TokenText text, int i, int side, DateOnly from, out DateOnly day, out int next)
    {
        day = from;
        next = i + 1;
        var counted = text.TryNumber(i, out var number) || DateWords.Counts.TryGet(text.Span(i), out number)
            || SpokenNumbers.TryShort(text, i, out number, out next);
        if (!counted || !text.Is(next, TokenKind.Word) || !DateWords.Units.TryGet(text.Span(next), out var unit) || number > 1000 || (unit == 'y' && number > 100))
        {
            return false;
        }

        number *= side;
        day = unit switch { 'y' => from.AddYears(number), 'd' => from.AddDays(number), 'w' => from.AddDays(7 * number), 'f' => from.AddDays(14 * number), _ => from.AddMonths(number) };
        next++;
        return true;
    }

    private static bool TryEnd(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text.IsWord(i, "Monatsende") || text.IsWord(i, "Jahresende"))
        {
            hit = new DayHit(text.IsWord(i, "Monatsende") ? Calendar.EndOfMonth(from.Year, from.Month)
                : new DateOnly(from.Year, 12, 31), i + 1);
            return true;
        }

        var start = text.IsWord(i, "start") || text.IsWord(i, "beginning") || text.IsWord(i, "anfang");
        if (!start && !text.IsWord(i, "end") && !text.IsWord(i, "ende"))
        {
            return false;
        }

        var word = i + 1;
        while (text.IsWord(word, "of") || text.IsWord(word, "the") || text.IsWord(word, "this") || text.IsWord(word, "des")
            || text.IsWord(word, "der"))
        {
            word++;
        }

        var end = EndOf(text, ref word, from);
        if (start)
        {
            var months = text.IsWord(word, "year") || text.IsWord(word, "Jahres") ? 11 : 0;
            var first = end is { } last && !text.IsWord(word, "week") && !text.IsWord(word, "Woche") && !text.IsWord(word, "day")
                ? new DateOnly(last.Year, last.Month, 1).AddMonths(-months) : default(DateOnly?);
            hit = new DayHit(first, word + 1, Rough: true);
            return first is not null;
        }

        hit = new DayHit(end, word + 1);
        return hit.Day is not null;
    }

    private static DateOnly? EndOf(TokenText text, ref int word, DateOnly from)
    {
        var later = text.IsWord(word, "next") ? 1 : 0;
        word += later;
        if (NamedDays.TryMonth(text, word, Beside.Day, out var month, out _))
        {
            var last = Calendar.Nearest(month, 28, from)!.Value;
            var hasYear = text[word + 1].Length == 4 && text.TryNumber(word + 1, out _);
            _ = text.TryNumber(word + 1, out var year);
            word += hasYear ? 1 : 0;
            return Calendar.EndOfMonth(hasYear ? year : last.Year, month);
        }

        var first = new DateOnly(from.Year, from.Month, 1).AddMonths(later);
        return text.Span(word) switch
        {
            "month" or "Monats" => Calendar.EndOfMonth(first.Year, first.Month),
            "year" or "Jahres" => new DateOnly(from.Year + later, 12, 31),
            "week" or "Woche" => Calendar.OfWeek(5, from, later + (Calendar.WeekdayOf(from) > 5 ? 1 : 0)),
            "day" => from,
            _ => null,
        };
    }
}

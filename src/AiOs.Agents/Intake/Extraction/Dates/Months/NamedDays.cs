using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Months;

/// <summary>
/// Reads days with the name of a month, and days of the month alone: <c>24 November</c>, <c>Nov 24th, 2026</c>, <c>the
/// 24th</c>.
/// </summary>
internal static class NamedDays
{
    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryFull(text, i, from, out hit) || TryAlone(text, i, from, out hit);

    /// <summary>Reads a day with its month.</summary>
    public static bool TryFull(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryDayFirst(text, i, from, out hit) || TryMonthFirst(text, i, from, out hit);

    /// <summary>Reads a day of the month with its ending: <c>17th</c>.</summary>
    public static bool TryOrdinal(TokenText text, int i, out int day, out int next) => TryDay(text, i, out day, out next) && next == i + 2;

    private static bool TryDayFirst(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var spoken = TrySpoken(text, i, out var day, out var next);
        if ((!spoken && !TryDay(text, i, out day, out next)) || IsPartOfMore(text, i))
        {
            return false;
        }

        var marked = spoken || next == i + 2;
        next += (text.IsSign(next, '.') && text.IsGlued(next)) || (text.IsSign(next, '-') && text.IsGlued(next) && text.IsGlued(next + 1)) ? 1 : 0;
        var joined = text.IsWord(next, "of") || text.IsWord(next, "de");
        next += joined ? 1 : 0;
        if ((spoken && !joined && !text.IsCapitalised(next)) || !TryMonth(text, next, marked || joined ? Beside.Day : Beside.Number, out var month, out next))
        {
            return false;
        }

        hit = WithYear(text, i, next, month, day, from);
        return hit.Day is not null;
    }

    private static bool TryMonthFirst(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var article = text.IsWord(i + 1, "the") ? 1 : 0;
        var ordinal = TryOrdinal(text, i + 1 + article, out _, out _);
        var beside = ordinal || TrySpoken(text, i + 1 + article, out _, out _) ? Beside.Day : text.Is(i + 1, TokenKind.Number) ? Beside.Number : Beside.None;
        if (!TryMonth(text, i, beside, out var month, out var next))
        {
            return false;
        }

        next += text.IsWord(next, "the") ? 1 : 0;
        if ((!TrySpoken(text, next, out var day, out var end) && !TryDay(text, next, out day, out end)) || (text.IsSign(end, ':') && text.IsGlued(end)))
        {
            return false;
        }

        hit = WithYear(text, i, end, month, day, from);
        return hit.Day is not null;
    }

    /// <summary><c>the 24th</c>: the next one that is not over. One that comes round each month, or counts something else, is no day.</summary>
    private static bool TryAlone(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if ((!TryOrdinal(text, i, out var day, out var next) && !TrySpokenAlone(text, i, out day, out next)) || text.IsWord(i - 1, "of") || (text.IsWord(i - 2, "of") && text.IsWord(i - 3, "week")))
        {
            return false;
        }

        var led = text.IsWord(i - 1, "the") || DateWords.Leads.Contains(text.Span(i - 1)) || text.Span(i - 1) is "to" or "between" or "and" or "or" or "for" or "around"
            || (text.Is(i - 1, TokenKind.Line) && text.Is(next, TokenKind.Line));
        led |= (text.IsWord(next, "to") || text.IsWord(next, "until") || text.IsWord(next, "till") || text.IsSign(next, '-') || text.IsSign(next, '–'))
            && TryOrdinal(text, next + 1 + (text.IsWord(next + 1, "the") ? 1 : 0), out _, out _);
        if (!led || !TryMonthOf(text, ref next, from, out var month))
        {
            return false;
        }

        hit = new DayHit(month is { } first ? Calendar.Of(first.Year, first.Month, day) : Calendar.NextDayOfMonth(day, from), next);
        return hit.Day is not null;
    }

    /// <summary>Reads <c>of next month</c> and the like; false where what follows makes it no day.</summary>
    private static bool TryMonthOf(TokenText text, ref int next, DateOnly from, out DateOnly? month)
    {
        month = null;
        next -= text.IsWord(next + 1, "month") && text.Span(next) is "this" or "next" or "last" ? 1 : 0;
        if (!text.IsWord(next, "of") && !text.IsWord(next + 2, "month"))
        {
            return text[next].Kind is TokenKind.Line or TokenKind.Sign || DateWords.Followers.Contains(text.Span(next))
                || DateWords.Parts.Contains(text.Span(next)) || DateWords.Weekdays.Contains(text.Span(next)) || text.Is(next, TokenKind.Number);
        }

        next += text.IsWord(next + 1, "the") && !text.IsWord(next + 2, "month") ? 1 : 0;
        if (!text.IsWord(next + 2, "month"))
        {
            return false;
        }

        var first = new DateOnly(from.Year, from.Month, 1);
        var which = text.Span(next + 1) switch { "this" => 0, "next" => 1, "last" => -1, "the" => 2, _ => 3 };
        month = which < 2 ? first.AddMonths(which) : null;
        next += 3;
        return which < 3;
    }

    private static DayHit WithYear(TokenText text, int i, int next, int month, int day, DateOnly from)
    {
        var dash = text.IsSign(next, '-') && text.IsGlued(next) && text.IsGlued(next + 1);
        var year = next + (dash || text.IsSign(next, ',') || text.IsWord(next, "de") ? 1 : 0);
        if (text[year].Length == 4 && text.TryNumber(year, out var written) && written is > 1900 and < 2100)
        {
            return new DayHit(Calendar.Of(written, month, day), year + 1);
        }

        // What is dated is over; what is asked for by a day is still to come.
        var dated = text.Span(i - 1) is "vom" or "dated" or "since" or "seit";
        var ahead = DateWords.Ahead.Contains(text.Span(i - 1)) || (text.IsWord(i - 1, "the") && DateWords.Ahead.Contains(text.Span(i - 2)));
        return new DayHit(ahead ? Calendar.Coming(month, day, from) : Calendar.Nearest(month, day, from, dated), next);
    }

    private static bool TryDay(TokenText text, int i, out int day, out int next)
    {
        next = i + 1;
        if (!text.TryNumber(i, out day) || text[i].Length > 2 || day is < 1 or > 31)
        {
            return false;
        }

        var ordinal = text.IsWord(next, "th") || text.IsWord(next, "nd") || text.IsWord(next, "rd") || (text.IsGlued(next) && text.IsWord(next, "st"));
        next += ordinal ? 1 : 0;
        return true;
    }

    /// <summary>A day of the month in words: <c>fifth</c>, <c>twenty-first</c>.</summary>
    private static bool TrySpoken(TokenText text, int i, out int day, out int next)
    {
        next = i + 1;
        if (text.Is(i, TokenKind.Word) && DateWords.Ordinals.TryGet(text.Span(i), out day))
        {
            return true;
        }

        day = text.IsWord(i, "twenty") ? 20 : text.IsWord(i, "thirty") ? 30 : 0;
        var unit = next + (text.IsSign(next, '-') ? 1 : 0);
        if (day == 0 || !DateWords.Ordinals.TryGet(text.Span(unit), out var ones) || ones > 9)
        {
            return false;
        }

        (day, next) = (day + ones, unit + 1);
        return day <= 31;
    }

    /// <summary>Days in words stand without their month after <c>on the</c> and the like; the first three count other things too.</summary>
    private static bool TrySpokenAlone(TokenText text, int i, out int day, out int next) =>
        TrySpoken(text, i, out day, out next) && (day > 3 || (text.IsWord(next, "of") && (text.IsWord(next + 2, "month") || text.IsWord(next + 3, "month")))) && text.IsWord(i - 1, "the") && DateWords.Leads.Contains(text.Span(i - 2));

    /// <summary>Reads the name of a month. Short ones are words of other kinds as well, so they count with a capital, or beside a day.</summary>
    public static bool TryMonth(TokenText text, int i, Beside beside, out int month, out int next)
    {
        next = i + 1;
        month = 0;
        if (!text.Is(i, TokenKind.Word) || !DateWords.Months.TryGet(text.Span(i), out month))
        {
            return false;
        }

        var plain = text[i].Length >= 6 || text.IsCapitalised(i) || beside == Beside.Day
            || (beside == Beside.Number && text.Span(i) is not ("may" or "march" or "mar" or "mai"))
            || text.Span(i) is "mars" or "mai" or "juin" or "mayo" or "enero" or "abril" or "junio" or "julio" or "marzo" or "août";
        next += plain && text[i].Length <= 4 && text.IsSign(next, '.') && text.IsGlued(next) ? 1 : 0;
        return plain;
    }

    private static bool IsPartOfMore(TokenText text, int i) =>
        text.IsGlued(i) && (text.IsSign(i - 1, '.') || text.IsSign(i - 1, ',') || text.IsSign(i - 1, ':')
            || text.Is(i - 1, TokenKind.Word));
}

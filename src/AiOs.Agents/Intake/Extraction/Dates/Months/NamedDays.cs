using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Months;

/// <summary>
/// Reads days with the name of a month, and days of the month alone: <c>24 November</c>, <c>Nov 24th, 2026</c>, <c>the
/// 24th</c>.
/// </summary>
internal static class NamedDays
{
    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryFull(text, i, from, out hit) || Ranges.TryFirst(text, i, last => TryDayFirst(text, last, from, out var end) ? end.Day : null, out hit)
        || TryAlone(text, i, from, out hit);

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

        var marked = !spoken && next == i + 2;
        next += (text.IsSign(next, '.') && text.IsGlued(next)) || (text.IsSign(next, '-') && text.IsGlued(next) && text.IsGlued(next + 1)) ? 1 : 0;
        var joined = text.IsWord(next, "of") || text.IsWord(next, "de");
        next += joined ? 1 : 0;
        var led = IsLed(text, i) && !IsVerb(text, next + 1);
        if (!TryMonth(text, next, marked || joined || led ? Beside.Day : Beside.Number, out var month, out next))
        {
            return false;
        }

        hit = WithYear(text, i, next, month, day, from);
        return hit.Day is not null;
    }

    private static bool TryMonthFirst(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var number = i + (text.IsSign(i + 1, '.') && text.IsGlued(i + 1) ? 2 : 1);
        number += text.IsWord(number, "the") ? 1 : 0;
        var ordinal = TryOrdinal(text, number, out _, out _) || (text.TryNumber(number, out _) && IsLed(text, i) && MayEnd(text, number + 1));
        var cardinal = TryCardinal(text, number, out _, out _);
        ordinal |= cardinal && IsLed(text, i);
        var beside = ordinal || TrySpoken(text, number, out _, out _) ? Beside.Day : cardinal || text.Is(number, TokenKind.Number) ? Beside.Number : Beside.None;
        if (!TryMonth(text, i, beside, out var month, out var next))
        {
            return false;
        }

        next += text.IsWord(next, "the") ? 1 : 0;
        if ((!TrySpoken(text, next, out var day, out var end) && !TryDay(text, next, out day, out end) && !TryCardinal(text, next, out day, out end)) || (text.IsSign(end, ':') && text.IsGlued(end)))
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

        var led = text.IsWord(i - 1, "the") || DateWords.Leads.Contains(text.Span(i - 1)) || text.Span(i - 1) is "to" or "between" or "and" or "or" or "for" or "around" || HasMonth(text, next)
            || (text.Is(i - 1, TokenKind.Line) && text.Is(next, TokenKind.Line));
        led |= (text.IsWord(next, "to") || text.IsWord(next, "until") || text.IsWord(next, "till") || text.IsSign(next, '-') || text.IsSign(next, '–'))
            && (TryOrdinal(text, Ranges.AfterLink(text, next), out _, out _) || TryFull(text, Ranges.AfterLink(text, next), from, out _));
        if (!led || !TryMonthOf(text, ref next, from, out var month))
        {
            return false;
        }

        hit = new DayHit(month is { } first ? Calendar.Of(first.Year, first.Month, day) : Calendar.NextDayOfMonth(day, from), next, Alone: month is null);
        return hit.Day is not null;
    }

    /// <summary>Whether a month told from today follows: <c>of this month</c>, <c>next month</c>.</summary>
    private static bool HasMonth(TokenText text, int next) =>
        text.Span(next + (text.IsWord(next, "of") ? 1 : 0)) is "this" or "next" or "last" && text.IsWord(next + (text.IsWord(next, "of") ? 2 : 1), "month");

    /// <summary>Whether a day of the month can end here; any other word makes it the number of something.</summary>
    public static bool MayEnd(TokenText text, int next) =>
        text[next].Kind is TokenKind.Line || (text.Is(next, TokenKind.Sign) && text.Source[text[next].Start] is '.' or ',' or '?' or '!' or ';' or ')')
        || (text.Is(next, TokenKind.Word) && !text.IsGlued(next) && DateWords.Followers.Contains(text.Span(next)));

    /// <summary>Whether words end with a day and its month.</summary>
    public static bool EndsInDay(TokenText text, int from, int next) =>
        TryFull(text, from, DateOnly.MinValue.AddYears(2000), out var hit) && hit.Next == next;

    /// <summary>Whether a word makes the one before it a verb: <c>may not</c>.</summary>
    public static bool IsVerb(TokenText text, int i) =>
        text.Span(i) is "not" or "be" or "have" or "i" or "I" or "we" or "you" or "he" or "she" or "they" or "it" or "need" or "also" or "well" or "take" or "get" or "want" or "only";

    /// <summary>Whether the words before leave a number beside May or March a day.</summary>
    private static bool IsLed(TokenText text, int i) =>
        text.Is(i - 1, TokenKind.Line) || DateWords.Leads.Contains(text.Span(i - 1)) || DateWords.Weekdays.Contains(text.Span(i - 1))
        || text.Span(i - 1) is "the" or "to" or "between" or "and" or "or" or "for" or "is" or "be" or "of" or "in" or "out" or "through";

    /// <summary>A day of the month counted in words: <c>December twenty-three</c>.</summary>
    private static bool TryCardinal(TokenText text, int i, out int day, out int next) =>
        SpokenNumbers.TryShort(text, i, out day, out next) && day is >= 1 and <= 31 && MayEnd(text, next);

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

        var which = text.IsWord(year + 1, "year") ? text.Span(year) switch { "this" => 0, "next" => 1, "last" => -1, _ => 2 } : 2;
        if (which < 2)
        {
            return new DayHit(Calendar.Of(from.Year + which, month, day), year + 2);
        }

        if (TrySpokenYear(text, year, out var spoken, out var end))
        {
            return new DayHit(Calendar.Of(spoken, month, day), end);
        }

        // What is dated is over; what is asked for by a day is still to come.
        var dated = text.Span(i - 1) is "vom" or "dated" or "since" or "seit";
        var ahead = DateWords.Ahead.Contains(text.Span(i - 1)) || (text.IsWord(i - 1, "the") && DateWords.Ahead.Contains(text.Span(i - 2)));
        return new DayHit(ahead ? Calendar.Coming(month, day, from) : Calendar.Nearest(month, day, from, dated), next);
    }

    /// <summary><c>twenty twenty-seven</c>, <c>two thousand and twenty-seven</c>.</summary>
    private static bool TrySpokenYear(TokenText text, int i, out int year, out int next)
    {
        year = 0;
        next = i;
        if (SpokenNumbers.TryShort(text, i, out var century, out var rest) && century == 20 && SpokenNumbers.TryShort(text, rest, out var years, out next) && years >= 10)
        {
            year = 2000 + years;
            return true;
        }

        if (!text.IsWord(i, "two") || !text.IsWord(i + 1, "thousand") || !SpokenNumbers.TryRead(text, i, out var value, out next) || value >= 2100)
        {
            return false;
        }

        year = (int)value;
        return true;
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
    public static bool TrySpoken(TokenText text, int i, out int day, out int next)
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
        TrySpoken(text, i, out day, out next) && text.IsWord(i - 1, "the")
        && (day > 3 || (text.IsWord(next, "of") && (text.IsWord(next + 2, "month") || text.IsWord(next + 3, "month"))) || text[next].Kind is TokenKind.Line
            || text.Span(next) is "to" or "until" or "till" or "please")
        && (DateWords.Leads.Contains(text.Span(i - 2)) || text.Span(i - 2) is "to" or "between" or "and" or "or" or "for");

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

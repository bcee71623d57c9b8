using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>
/// Reads days with the name of a month, and days of the month alone: <c>24 November</c>, <c>Nov 24th, 2026</c>, <c>the
/// 24th</c>.
/// </summary>
internal static class NamedDays
{
    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit) =>
        TryDayFirst(text, i, from, out hit) || TryMonthFirst(text, i, from, out hit) || TryOrdinal(text, i, from, out hit);

    private static bool TryDayFirst(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (!TryDay(text, i, out var day, out var next) || IsPartOfMore(text, i))
        {
            return false;
        }

        next += text.IsSign(next, '.') && text.IsGlued(next) ? 1 : 0;
        next += text.IsWord(next, "of") || text.IsWord(next, "de") ? 1 : 0;
        if (!TryMonth(text, next, out var month, out next))
        {
            return false;
        }

        hit = WithYear(text, next, month, day, from);
        return hit.Day is not null;
    }

    private static bool TryMonthFirst(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (!TryMonth(text, i, out var month, out var next))
        {
            return false;
        }

        next += text.IsWord(next, "the") ? 1 : 0;
        if (!TryDay(text, next, out var day, out next) || (text.IsSign(next, ':') && text.IsGlued(next)))
        {
            return false;
        }

        hit = WithYear(text, next, month, day, from);
        return hit.Day is not null;
    }

    /// <summary><c>the 24th</c>: the next one that is not over.</summary>
    private static bool TryOrdinal(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (!TryDay(text, i, out var day, out var next) || next != i + 2 || !(text.IsWord(i - 1, "the")
            || DateWords.Leads.Contains(text.Span(i - 1))))
        {
            return false;
        }

        hit = new DayHit(Calendar.NextDayOfMonth(day, from), next);
        return hit.Day is not null;
    }

    private static DayHit WithYear(TokenText text, int next, int month, int day, DateOnly from)
    {
        var year = next + (text.IsSign(next, ',') || text.IsWord(next, "de") ? 1 : 0);
        return text[year].Length == 4 && text.TryNumber(year, out var written) && written is > 1990 and < 2100
            ? new DayHit(Calendar.Of(written, month, day), year + 1)
            : new DayHit(Calendar.Nearest(month, day, from), next);
    }

    private static bool TryDay(TokenText text, int i, out int day, out int next)
    {
        next = i + 1;
        if (!text.TryNumber(i, out day) || text[i].Length > 2 || day is < 1 or > 31)
        {
            return false;
        }

        var ordinal = text.IsGlued(next) && (text.IsWord(next, "th") || text.IsWord(next, "st") || text.IsWord(next, "nd")
            || text.IsWord(next, "rd"));
        next += ordinal ? 1 : 0;
        return true;
    }

    /// <summary>Short names of months are words of other kinds as well, so they count with a capital only.</summary>
    private static bool TryMonth(TokenText text, int i, out int month, out int next)
    {
        next = i + 1;
        month = 0;
        if (!text.Is(i, TokenKind.Word) || !DateWords.Months.TryGet(text.Span(i), out month)
            || (text[i].Length < 6 && !text.IsCapitalised(i)))
        {
            return text.Is(i, TokenKind.Word) && month > 0 && text.Span(i) is "mars" or "mai" or "juin" or "mayo" or "enero" or "abril" or "junio" or "julio" or "marzo" or "août";
        }

        next += text[i].Length <= 4 && text.IsSign(next, '.') && text.IsGlued(next) ? 1 : 0;
        return true;
    }

    private static bool IsPartOfMore(TokenText text, int i) =>
        text.IsGlued(i) && (text.IsSign(i - 1, '.') || text.IsSign(i - 1, ',') || text.IsSign(i - 1, ':')
            || text.Is(i - 1, TokenKind.Word));
}

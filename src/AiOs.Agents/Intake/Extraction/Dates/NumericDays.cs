using System.Globalization;
using AiOs.Agents.Intake.Extraction.Dates.Clocks;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Reads days in digits: <c>2026-11-24</c>, <c>24.11.</c>, <c>24.11.2026</c>, <c>11/24/2026</c>.</summary>
internal static class NumericDays
{
    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (!text.TryNumber(i, out var first) || (text.IsGlued(i) && IsPartOfNumber(text, i - 1)))
        {
            return false;
        }

        return text[i].Length == 4
            ? TryYearFirst(text, i, first, out hit)
            : TryDots(text, i, first, from, out hit) || TrySlashes(text, i, first, '/', from, out hit) || TrySlashes(text, i, first, '-', from, out hit);
    }

    private static bool IsPartOfNumber(TokenText text, int i) =>
        text.Is(i, TokenKind.Word) || text.Is(i, TokenKind.Number) || text.IsSign(i, '/')
        || ((text.IsSign(i, '-') || text.IsSign(i, '.') || text.IsSign(i, '#')) && text.IsGlued(i));

    private static bool TryYearFirst(TokenText text, int i, int year, out DayHit hit)
    {
        hit = default;
        var mark = text.IsSign(i + 1, '-') ? '-' : '/';
        if (!Part(text, i + 1, mark, out var month) || !Part(text, i + 3, mark, out var day)
            || text.IsGlued(i + 5) && text.IsSign(i + 5, mark))
        {
            return false;
        }

        hit = new DayHit(Calendar.Of(year, month, day), i + 5);
        return hit.Day is not null;
    }

    private static bool TryDots(TokenText text, int i, int day, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text[i].Length > 2 || !Part(text, i + 1, '.', out var month))
        {
            return false;
        }

        var dotted = text.IsSign(i + 3, '.') && text.IsGlued(i + 3);
        if (dotted && text.TryNumber(i + 4, out var year) && text[i + 4].Length is 2 or 4 && (text.IsGlued(i + 4)
            || text[i + 4].Length == 4))
        {
            hit = new DayHit(Calendar.Of(Calendar.Year(year), month, day), i + 5);
        }
        else if ((dotted || DateWords.Leads.Contains(text.Span(i - 1))) && !text.IsWord(dotted ? i + 4 : i + 3, "Uhr")
            && Halves.Read(text, new Clock(0, 0, dotted ? i + 4 : i + 3)).Half == DayHalf.None)
        {
            hit = new DayHit(Calendar.Nearest(month, day, from), dotted ? i + 4 : i + 3);
        }

        return hit.Day is not null;
    }

    private static bool TrySlashes(TokenText text, int i, int first, char mark, DateOnly from, out DayHit hit)
    {
        hit = default;
        if (text[i].Length > 2 || !Part(text, i + 1, mark, out var second))
        {
            return false;
        }

        var hasYear = Part(text, i + 3, mark, out var year, 4) && (mark == '/' || text[i + 4].Length == 4);
        if (!hasYear && (mark == '-' || !DateWords.Leads.Contains(text.Span(i - 1))))
        {
            return false;
        }

        var next = hasYear ? i + 5 : i + 3;
        var dayFirst = hasYear ? Calendar.Of(Calendar.Year(year), second, first) : Calendar.Nearest(second, first, from);
        var monthFirst = hasYear ? Calendar.Of(Calendar.Year(year), first, second) : Calendar.Nearest(first, second, from);
        if (dayFirst is null && monthFirst is null)
        {
            return false;
        }

        hit = dayFirst is not null && monthFirst is not null && dayFirst != monthFirst
            ? new DayHit(hasYear ? dayFirst : null, next, string.Create(CultureInfo.InvariantCulture,
            $"“{text.Quote(i, next)}” can be read as two dates and was left out"), Rough: true)
            : new DayHit(dayFirst ?? monthFirst, next);
        return true;
    }

    /// <summary>A mark and a number of at most two digits (or so many) right after each other.</summary>
    private static bool Part(TokenText text, int i, char mark, out int value, int digits = 2)
    {
        value = 0;
        return text.IsSign(i, mark) && text.IsGlued(i) && text.IsGlued(i + 1) && text.TryNumber(i + 1, out value)
            && text[i + 1].Length <= digits;
    }
}

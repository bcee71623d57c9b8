using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates.Months;

/// <summary>
/// Reads the edge of a month that stands alone: <c>from September</c> is its first day, <c>until May</c> its last. Other words leave a month
/// a month.
/// </summary>
internal static class MonthEdges
{
    private static readonly WordTable<bool> First = WordTable<bool>.Of((true, "from since starting ab seit"));

    private static readonly WordTable<bool> Last = WordTable<bool>.Of((true, "until till through bis"));

    public static bool TryRead(TokenText text, int i, DateOnly from, out DayHit hit)
    {
        hit = default;
        var first = First.Contains(text.Span(i - 1));
        var last = Last.Contains(text.Span(i - 1));
        if (!(first || last) || !NamedDays.TryMonth(text, i, NamedDays.IsVerb(text, i + 1) ? Beside.None : Beside.Day, out var month, out var next) || text.Is(next, TokenKind.Number) && text[next].Length < 4)
        {
            return false;
        }

        // "From October last year" speaks of the month.
        if (text.IsWord(next + 1, "year") && text.Span(next) is "this" or "last" or "next")
        {
            return false;
        }

        var hasYear = text[next].Length == 4 && text.TryNumber(next, out var year) && year is > 1990 and < 2100;
        _ = text.TryNumber(next, out year);
        var since = text.IsWord(i - 1, "since") || text.IsWord(i - 1, "seit");
        year = hasYear ? year : YearOf(month, from, since);
        next += hasYear ? 1 : 0;
        hit = first
            ? new DayHit(new DateOnly(year, month, 1), next)
            : new DayHit(Calendar.EndOfMonth(year, month), next, $"“{text.Quote(i - 1, next)}” was taken as the end of that month");
        return true;
    }

    /// <summary>What something goes on since is over; what it starts from or ends with may be this month.</summary>
    private static int YearOf(int month, DateOnly from, bool past) =>
        past ? (month <= from.Month ? from.Year : from.Year - 1) : month >= from.Month ? from.Year : from.Year + 1;
}

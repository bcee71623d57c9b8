using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Reads the two ends of a range of days together: one may leave out what the other says.</summary>
internal static class Ranges
{
    /// <summary>Whether a word or sign joins the first end of a range with its last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The word.</param>
    /// <param name="first">The first token of the first end.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsLink(TokenText text, int i, int first) =>
        text.IsSign(i, '-') || text.IsSign(i, '–') || text.IsWord(i, "to") || text.IsWord(i, "until") || text.IsWord(i, "till") || text.IsWord(i, "bis")
        || text.IsWord(i, "through") || ((text.IsWord(i, "and") || text.IsWord(i, "und")) && IsBetween(text, first));

    /// <summary>The token after the link and the article.</summary>
    /// <param name="text">The text.</param>
    /// <param name="link">The link.</param>
    /// <returns>Where the last end begins.</returns>
    public static int AfterLink(TokenText text, int link) => link + (text.IsWord(link + 1, "the") || text.IsWord(link + 1, "den") ? 2 : 1);

    /// <summary>The last such day of the month that is not after a day.</summary>
    /// <param name="day">The day of the month.</param>
    /// <param name="end">The other end.</param>
    /// <returns>The day; nothing where there is none soon before.</returns>
    public static DateOnly? Before(int day, DateOnly end) =>
        Near(day, end, -1) is { } found && found <= end ? found : null;

    /// <summary>The day of a year that comes before the other end.</summary>
    /// <param name="day">The day, in any year.</param>
    /// <param name="end">The other end.</param>
    /// <returns>The day; nothing for one that the year has not.</returns>
    public static DateOnly? InYear(DateOnly day, DateOnly end) =>
        Calendar.Of(end.Year, day.Month, day.Day) is { } found && found <= end ? found : Calendar.Of(end.Year - 1, day.Month, day.Day);

    /// <summary>The first such day of a year that comes after the other end.</summary>
    /// <param name="day">The day, in any year.</param>
    /// <param name="start">The other end.</param>
    /// <returns>The day; nothing for one that the year has not.</returns>
    public static DateOnly? FromYear(DateOnly day, DateOnly start) =>
        Calendar.Of(start.Year, day.Month, day.Day) is { } found && found >= start ? found : Calendar.Of(start.Year + 1, day.Month, day.Day);

    /// <summary>The first such day of the month after a day.</summary>
    /// <param name="day">The day of the month.</param>
    /// <param name="start">The other end.</param>
    /// <returns>The day; nothing where there is none soon after.</returns>
    public static DateOnly? After(int day, DateOnly start) => Calendar.NextDayOfMonth(day, start.AddDays(1));

    /// <summary>A day of the month with no more to it before the last end of its range: <c>3 to 7 December</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The number.</param>
    /// <param name="readLast">Reads the last end.</param>
    /// <param name="hit">The day.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryFirst(TokenText text, int i, Func<int, DateOnly?> readLast, out DayHit hit)
    {
        hit = default;
        if (!TryBare(text, i, out var day) || !IsLink(text, i + 1, i) || readLast(AfterLink(text, i + 1)) is not { } end || Before(day, end) is not { } start)
        {
            return false;
        }

        hit = new DayHit(start, i + 1);
        return true;
    }

    /// <summary>A number of two digits at most that may be a day of the month.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The number.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether it may be.</returns>
    public static bool TryBare(TokenText text, int i, out int day) =>
        text.TryNumber(i, out day) && text[i].Length <= 2 && day is >= 1 and <= 31
        && !(text.IsGlued(i) && (text.Is(i - 1, TokenKind.Word) || text.IsSign(i - 1, '.') || text.IsSign(i - 1, ',') || text.IsSign(i - 1, ':') || text.IsSign(i - 1, '/')));

    private static bool IsBetween(TokenText text, int first) =>
        text.IsWord(first - 1, "between") || text.IsWord(first - 1, "zwischen") || ((text.IsWord(first - 1, "the") || text.IsWord(first - 1, "dem")) && (text.IsWord(first - 2, "between") || text.IsWord(first - 2, "zwischen")));

    private static DateOnly? Near(int day, DateOnly from, int step)
    {
        for (var months = 0; months < 3; months++)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(step * months);
            if (Calendar.Of(month.Year, month.Month, day) is { } found && found <= from)
            {
                return found;
            }
        }

        return null;
    }
}

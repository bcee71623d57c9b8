namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Counts days. Everything is counted from the day on which the message was written.</summary>
internal static class Calendar
{
    private const int PastDays = 45;
    private const int DatedDays = 180;

    public static int WeekdayOf(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    public static DateOnly? Of(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Two digits of a year in this century, or four.</summary>
    public static int Year(int written) => written < 100 ? 2000 + written : written;

    /// <summary>The year of a day without one: the coming one, or the last where that is not long ago.</summary>
    public static DateOnly? Nearest(int month, int day, DateOnly from, bool dated = false)
    {
        var earliest = from.AddDays(dated ? -DatedDays : -PastDays);
        for (var year = earliest.Year; year <= from.Year + 4; year++)
        {
            if (Of(year, month, day) is { } found && found >= earliest)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The coming such day, this one included.</summary>
    public static DateOnly? Coming(int month, int day, DateOnly from)
    {
        for (var year = from.Year; year <= from.Year + 4; year++)
        {
            if (Of(year, month, day) is { } found && found >= from)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The next day that is both this day of the month and this weekday.</summary>
    public static DateOnly? Both(int day, int weekday, DateOnly from)
    {
        for (var months = 0; months < 15; months++)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(months);
            if (Of(month.Year, month.Month, day) is { } found && found >= from && WeekdayOf(found) == weekday)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The next such day of the month that is not over.</summary>
    public static DateOnly? NextDayOfMonth(int day, DateOnly from)
    {
        for (var months = 0; months < 3; months++)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(months);
            if (Of(month.Year, month.Month, day) is { } found && found >= from)
            {
                return found;
            }
        }

        return null;
    }

    public static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    /// <summary>The first such weekday after a day.</summary>
    public static DateOnly Coming(int weekday, DateOnly from) => from.AddDays(((weekday - WeekdayOf(from) + 6) % 7) + 1);

    public static DateOnly OfWeek(int weekday, DateOnly from, int weeks) => from.AddDays(weekday - WeekdayOf(from) + (7 * weeks));
}

using System.Globalization;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>On which days something is meant, read from words in English and in German. Pure.</summary>
/// <param name="Next">The first word that is no part of it.</param>
/// <param name="OfMonth">The day of month of a cron expression.</param>
/// <param name="OfWeek">Its day of week.</param>
/// <param name="Name">A short name.</param>
internal sealed record SpokenDays(int Next, string OfMonth, string OfWeek, string Name)
{
    private const int LongestMonth = 31;

    private static readonly string[] Fixed = ["daily", "täglich", "every day", "each day", "every single day", "jeden tag"];

    private static readonly string[] Working =
    [
        "every weekday", "every workday", "every week day", "every work day", "every working day", "every business day", "weekdays", "workdays", "on weekdays", "on workdays",
        "jeden werktag", "werktags", "an werktagen",
    ];

    private static readonly string[] Hours = ["every hour", "hourly", "jede stunde", "stündlich"];

    private static readonly string[] Each = ["every week on", "jede woche am", "every", "each", "jeden", "von", "from", "on"];

    private static readonly string[] Ands = ["and every", "und jeden", "and", "und", "&"];

    private static readonly string[] Monthly = ["monthly on", "every month on", "each month on", "jeden monat am", "monatlich am"];

    private static readonly string[] OnDay = ["an jedem", "on", "every", "each", "am", "an", "jeden"];

    private static readonly string[] OfMonths =
    [
        "of each month", "of every month", "of the month", "of months", "each month", "every month", "jedes monats", "des monats", "im monat", "jeden monat",
    ];

    private static readonly (string Start, string Cron)[] Days =
    [
        ("mon", "MON"), ("tue", "TUE"), ("dienstag", "TUE"), ("wed", "WED"), ("mittwoch", "WED"), ("thu", "THU"), ("donnerstag", "THU"),
        ("fri", "FRI"), ("freitag", "FRI"), ("sat", "SAT"), ("samstag", "SAT"), ("sonnabend", "SAT"), ("sun", "SUN"), ("sonntag", "SUN"), ("montag", "MON"),
    ];

    private static readonly string[] Endings = ["", "s", "day", "days", "sday", "sdays", "nesday", "nesdays", "rsday", "rsdays", "urday", "urdays"];

    /// <summary>Whether it means every hour.</summary>
    public bool IsHourly { get; private init; }

    /// <summary>Whether a weekday is named alone and in the singular: that may be one day only.</summary>
    public bool MayBeOnce { get; private init; }

    /// <summary>Reads days.</summary>
    /// <param name="words">The words, in small letters.</param>
    /// <param name="at">Where they begin.</param>
    /// <returns>The days; nothing where the words are none, or none that can be, such as a 32nd.</returns>
    public static SpokenDays? Read(SpokenWords words, int at) =>
        words.After(at, Fixed) is { } daily ? new SpokenDays(daily, "*", "?", "daily")
        : words.After(at, Hours) is { } hourly ? new SpokenDays(hourly, "*", "?", "hourly") { IsHourly = true }
        : words.After(at, Working) is { } working ? new SpokenDays(working, "?", "MON-FRI", "weekdays")
        : OfMonthIn(words, at) ?? OfWeekIn(words, at);

    private static SpokenDays? OfWeekIn(SpokenWords words, int at)
    {
        var opened = words.After(at, Each);
        var from = opened ?? at;
        if (CronOf(words[from]) is not { } first)
        {
            return words[from].Split('-', '–') is [var left, var right] && CronOf(left) is { } start && CronOf(right) is { } end ? RangeOf(from + 1, start, end) : null;
        }

        if (words[from + 1] is "to" or "bis" or "-" or "–" && CronOf(words[from + 2]) is { } last)
        {
            return RangeOf(from + 3, first, last);
        }

        var (days, next) = (new List<string> { first }, from + 1);
        while (CronOf(words[words.After(next, Ands) ?? next]) is { } another && (words.After(next, Ands) is not null || words.HasComma(next - 1)))
        {
            days.Add(another);
            next = (words.After(next, Ands) ?? next) + 1;
        }

        return new SpokenDays(next, "?", string.Join(',', days.Distinct()), string.Join('-', days.Distinct()).ToLowerInvariant())
        {
            MayBeOnce = (opened is null || words[from - 1] == "on") && days.Count == 1 && !words[from].EndsWith('s') && words[from - 2] != "week",
        };
    }

    private static SpokenDays RangeOf(int next, string first, string last) => new(next, "?", $"{first}-{last}", $"{first}-{last}".ToLowerInvariant());

    private static SpokenDays? OfMonthIn(SpokenWords words, int at)
    {
        if (words.After(at, Monthly) is { } monthly)
        {
            return DayIn(words, monthly) is var (day, end) ? OnDayOf(end, day) : null;
        }

        return DayIn(words, words.After(at, OnDay) ?? at) is var (said, next) && words.After(next, OfMonths) is { } after ? OnDayOf(after, said) : null;
    }

    private static SpokenDays OnDayOf(int next, string day) => new(next, day, "?", day == "L" ? "month-end" : "month-" + day);

    private static (string Day, int Next)? DayIn(SpokenWords words, int at)
    {
        var from = words[at] == "the" ? at + 1 : at;
        var word = words[from];
        if (word is "last" or "letzten")
        {
            return ("L", words[from + 1] is "day" or "tag" ? from + 2 : from + 1);
        }

        var number = word switch
        {
            "first" or "ersten" => 1,
            "second" or "zweiten" => 2,
            "third" or "dritten" => 3,
            _ => int.TryParse(word.TrimEnd('.', 's', 't', 'n', 'd', 'r', 'h'), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0,
        };
        return number is >= 1 and <= LongestMonth ? (number.ToString(CultureInfo.InvariantCulture), words[from + 1] == "day" ? from + 2 : from + 1) : null;
    }

    private static string? CronOf(string word) =>
        Array.Find(Days, day => word.StartsWith(day.Start, StringComparison.Ordinal) && Endings.Contains(word[day.Start.Length..])).Cron;
}

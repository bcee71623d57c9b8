using System.Globalization;

namespace AiOs.Kernel.Schedules;

/// <summary>Says a cron expression in words, as far as it is one of the usual kinds. Pure.</summary>
internal static class CronWords
{
    private static readonly (string Cron, string Word)[] Days =
    [
        ("MON", "Monday"), ("TUE", "Tuesday"), ("WED", "Wednesday"), ("THU", "Thursday"), ("FRI", "Friday"), ("SAT", "Saturday"), ("SUN", "Sunday"),
    ];

    /// <summary>The words, such as <c>every Monday at 09:00</c>; the expression itself where it has none.</summary>
    public static string Of(string cron)
    {
        if (cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["0", var minute, var hour, var ofMonth, "*", var ofWeek])
        {
            return cron;
        }

        var days = (ofMonth, ofWeek) switch
        {
            ("*", "?") or ("?", "*") => "every day",
            ("?", "MON-FRI") => "every weekday",
            ("?", _) => Weekdays(ofWeek),
            ("L", "?") => "on the last day of each month",
            (_, "?") when Number(ofMonth) is { } day => string.Create(CultureInfo.InvariantCulture, $"on day {day} of each month"),
            _ => null,
        };
        return days is null ? cron
            : Number(hour) is { } h && Number(minute) is { } m ? string.Create(CultureInfo.InvariantCulture, $"{days} at {h:00}:{m:00}")
            : days == "every day" ? Often(hour, minute) ?? cron
            : cron;
    }

    private static string? Often(string hour, string minute) => (hour, minute) switch
    {
        ("*", "0") => "every hour",
        ("*", ['0', '/', .. var each]) when Number(each) is { } minutes => string.Create(CultureInfo.InvariantCulture, $"every {minutes} minutes"),
        ("*", _) when Number(minute) is { } past => string.Create(CultureInfo.InvariantCulture, $"every hour, {past} minutes past"),
        _ => null,
    };

    private static string? Weekdays(string days)
    {
        if (days.Split('-') is [var from, var to] && Word(from) is { } first && Word(to) is { } last)
        {
            return $"{first} to {last}";
        }

        var words = days.Split(',').Select(Word).ToList();
        return words.Contains(null) ? null
            : words.Count == 1 ? "every " + words[0]
            : $"every {string.Join(", ", words.SkipLast(1))} and {words[^1]}";
    }

    private static string? Word(string cron) => Array.Find(Days, day => day.Cron == cron).Word;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

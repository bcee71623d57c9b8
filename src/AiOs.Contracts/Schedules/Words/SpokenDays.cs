using System.Text.RegularExpressions;

namespace AiOs.Contracts.Schedules.Words;

/// <summary>Reads on which days something is meant, in English and in German. Pure.</summary>
internal static partial class SpokenDays
{
    /// <summary>In milliseconds.</summary>
    private const int Patience = 10_000;

    private const string Weekday =
        "(?:mondays?|montags?|mon|tuesdays?|dienstags?|tue|wednesdays?|mittwochs?|wed|thursdays?|donnerstags?|thu|fridays?|freitags?|fri|saturdays?|samstags?|sonnabends?|sat|sundays?|sonntags?|sun)";

    private const string And = "(?:,? and |,? und |, ?| & )";

    private const string Number = "(?:[12]?[0-9]|3[01])";

    private const string MonthDay = "(?:the )?(?:" + Number + "(?:st|nd|rd|th|\\.)?|first|second|third|last day|ersten|zweiten|dritten|letzten(?: tag)?)";

    private static readonly (string Start, string Cron)[] Days =
    [
        ("mo", "MON"), ("tu", "TUE"), ("di", "TUE"), ("we", "WED"), ("mi", "WED"), ("th", "THU"), ("do", "THU"),
        ("fr", "FRI"), ("sa", "SAT"), ("sonna", "SAT"), ("su", "SUN"), ("so", "SUN"),
    ];

    /// <summary>The words for days, as a part of an expression. What it finds <see cref="Read"/> can read.</summary>
    public const string Pattern =
        "(?:every (?:single )?day|each day|daily|jeden tag|täglich"
        + "|every (?:week|work|working |business )day|(?:on )?(?:week|work)days|jeden werktag|werktags|an werktagen"
        + "|(?:(?:every week on|jede woche am|every|each|jeden|von|from|on) )?(?<!\\w)" + Weekday + "(?:(?: to | bis | - |-|–)" + Weekday + "|(?:" + And + "(?:every |jeden )?" + Weekday + ")*)"
        + "|(?:on |every |each |am |an |an jedem |jeden )?" + MonthDay + " (?:day )?(?:of )?(?:each|every|the|jedes|des|im) months?|(?:am |jeden )?" + MonthDay + " (?:jedes|des|im) monats?"
        + "|(?:monthly|every month|each month) on " + MonthDay + "|(?:jeden monat|monatlich) am " + MonthDay
        + "|every hour|hourly|jede stunde|stündlich)";

    /// <summary>The day parts of a cron expression, and a short name for them.</summary>
    /// <param name="words">What <see cref="Pattern"/> found, in small letters.</param>
    /// <returns>Day of month, day of week and the name; nothing where it cannot be meant, such as a 32nd.</returns>
    public static (string OfMonth, string OfWeek, string Name)? Read(string words)
    {
        if (words.Contains("month", StringComparison.Ordinal) || words.Contains("monat", StringComparison.Ordinal))
        {
            return OfMonth(words);
        }

        if (Working().IsMatch(words))
        {
            return ("?", "MON-FRI", "weekdays");
        }

        var named = Named().Matches(words).Select(match => CronOf(match.Value)).ToList();
        return named.Count == 0 ? ("*", "?", "daily")
            : named.Count == 2 && Range().IsMatch(words) ? ("?", $"{named[0]}-{named[1]}", $"{named[0]}-{named[1]}".ToLowerInvariant())
            : Joined([.. named.Distinct()]);
    }

    /// <summary>Whether a weekday is named without "every", "on" or the like, and in the singular: that may be one day only.</summary>
    /// <param name="words">What <see cref="Pattern"/> found, in small letters.</param>
    public static bool MayBeOnce(string words) => Single().IsMatch(words);

    private static (string OfMonth, string OfWeek, string Name) Joined(string[] days) => ("?", string.Join(',', days), string.Join('-', days).ToLowerInvariant());

    private static (string OfMonth, string OfWeek, string Name)? OfMonth(string words)
    {
        if (words.Contains("last", StringComparison.Ordinal) || words.Contains("letzten", StringComparison.Ordinal))
        {
            return ("L", "?", "month-end");
        }

        var day = Digits().Match(words) is { Success: true } match ? int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)
            : words.Contains("first", StringComparison.Ordinal) || words.Contains("ersten", StringComparison.Ordinal) ? 1
            : words.Contains("second", StringComparison.Ordinal) || words.Contains("zweiten", StringComparison.Ordinal) ? 2 : 3;
        return day is >= 1 and <= 31 ? (System.FormattableString.Invariant($"{day}"), "?", System.FormattableString.Invariant($"month-{day}")) : null;
    }

    /// <summary>The longest start wins: Sonnabend is no Sonntag.</summary>
    private static string CronOf(string word) => Days.Where(day => word.StartsWith(day.Start, StringComparison.Ordinal)).MaxBy(day => day.Start.Length).Cron;

    [GeneratedRegex(@"\b(?:week ?|work ?|working |business )days?\b|werktag", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Working();

    [GeneratedRegex(@"\b" + Weekday + @"\b", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Named();

    [GeneratedRegex(@" to | bis | - |-|–", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?:on )?(?:monday|montag|mon|tuesday|dienstag|tue|wednesday|mittwoch|wed|thursday|donnerstag|thu|friday|freitag|fri|saturday|samstag|sonnabend|sat|sunday|sonntag|sun)$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Single();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Digits();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace AiOs.Connectors.Email.Forwards;

/// <summary>Reads the date line of a forwarded header, where it names a moment: day, month by name, year, time and zone. All else stays text.</summary>
internal static class ClaimedDate
{
    private const int Longest = 120;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Time = new(@"(?<h>\d{1,2}):(?<m>\d{2})(:(?<s>\d{2}))?(\s?(?<half>am|pm)\b)?", Linear);
    private static readonly Regex Iso = new(@"\b(?<y>\d{4})-(?<mo>\d{2})-(?<d>\d{2})(T|\s)", Linear);
    private static readonly Regex Named = new(@"\b(?<mo>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b", Linear);
    private static readonly Regex Year = new(@"\b(?<y>(19|20)\d{2})\b", Linear);
    private static readonly Regex Day = new(@"\b(?<d>\d{1,2})(st|nd|rd|th)?\b", Linear);
    private static readonly Regex Offset = new(@"^\s*\(?(gmt|utc)?\s?(?<sign>[+-])(?<h>\d{1,2}):?(?<m>\d{2})?\b", Linear);
    private static readonly Regex Zone = new(@"^\s*\(?(?<zone>[a-z]{1,4})\b", Linear);

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Zone names that mean one offset only (BST and IST do not).</summary>
    private static readonly (string Name, int Hours)[] Zones =
    [
        ("gmt", 0), ("utc", 0), ("z", 0), ("wet", 0), ("west", 1), ("cet", 1), ("cest", 2), ("eet", 2), ("eest", 3),
        ("est", -5), ("edt", -4), ("cdt", -5), ("mst", -7), ("mdt", -6), ("pst", -8), ("pdt", -7),
    ];

    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length > Longest) return null;
        text = text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
        var times = Time.Matches(text);
        if (times.Count != 1 || Zoned(text[(times[0].Index + times[0].Length)..]) is not { } offset) return null;
        var date = text[..times[0].Index] + " | " + text[(times[0].Index + times[0].Length)..];
        return DateOf(text, date) is { } day && Clock(times[0]) is { } clock ? At(day, clock, offset) : null;
    }

    private static DateTimeOffset? At(DateOnly day, TimeOnly clock, TimeSpan offset)
    {
        var local = day.ToDateTime(clock);
        return local.Ticks < TimeSpan.TicksPerDay * 2 || offset.Duration() > TimeSpan.FromHours(14) ? null : new DateTimeOffset(local, offset);
    }

    private static TimeSpan? Zoned(string rest)
    {
        var offset = Offset.Match(rest);
        if (offset.Success)
        {
            var minutes = offset.Groups["m"].Success ? Number(offset, "m") : 0;
            if (minutes > 59) return null;
            var size = new TimeSpan(Number(offset, "h"), minutes, 0);
            return offset.Groups["sign"].Value == "-" ? -size : size;
        }

        var zone = Zone.Match(rest);
        var known = Array.FindIndex(Zones, one => zone.Success && one.Name.Equals(zone.Groups["zone"].Value, StringComparison.OrdinalIgnoreCase));
        return known < 0 ? null : TimeSpan.FromHours(Zones[known].Hours);
    }

    private static TimeOnly? Clock(Match time)
    {
        var hour = Number(time, "h");
        var half = time.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (half == "pm" ? 12 : 0);
        }

        var second = time.Groups["s"].Success ? Number(time, "s") : 0;
        return hour > 23 || Number(time, "m") > 59 || second > 59 ? null : new TimeOnly(hour, Number(time, "m"), second);
    }

    private static DateOnly? DateOf(string whole, string withoutTime)
    {
        var iso = Iso.Match(whole);
        if (iso.Success) return Valid(Number(iso, "y"), Number(iso, "mo"), Number(iso, "d"));
        var month = Named.Matches(withoutTime);
        var year = Year.Matches(withoutTime);
        if (month.Count != 1 || year.Count != 1) return null;
        var days = Day.Matches(withoutTime.Split('|')[0]);
        return days.Count != 1 ? null : Valid(Number(year[0], "y"), 1 + Array.IndexOf(Months, month[0].Groups["mo"].Value.ToLowerInvariant()), Number(days[0], "d"));
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}

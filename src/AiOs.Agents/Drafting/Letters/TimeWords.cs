using System.Globalization;

namespace AiOs.Agents.Drafting.Letters;

/// <summary>Writes a day or time for people, whole and in one reading: <c>Tuesday, 24 November 2026, 10:00 (UTC+01:00)</c>.</summary>
internal static class TimeWords
{
    private static readonly string[] Days = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    /// <summary>Writes the value of a date field.</summary>
    /// <param name="value">As <c>2026-11-24</c> or <c>2026-11-24T10:00+01:00</c>.</param>
    /// <param name="german">Whether in German.</param>
    /// <returns>Words.</returns>
    public static string Write(string value, bool german)
    {
        var timed = TryMoment(value, out var moment);
        if (!timed && !DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out moment))
        {
            return value;
        }

        var day = german
            ? $"{Days[(int)moment.DayOfWeek]}, {moment.Day}. {Months[moment.Month - 1]} {moment.Year}"
            : moment.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
        return timed
            ? $"{day}, {moment.ToString("HH:mm", CultureInfo.InvariantCulture)}{(german ? " Uhr" : string.Empty)} (UTC{moment.ToString("zzz", CultureInfo.InvariantCulture)})"
            : day;
    }

    public static bool TryMoment(string value, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);
}

using System.Globalization;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Writes a day, or a day and time in a zone, in the one form of fields.</summary>
internal static class Moment
{
    public static string Write(DateOnly day, TimeOnly? time, TimeZoneInfo zone, Action<string> notice)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (time is not { } clock)
        {
            return text;
        }

        var local = day.ToDateTime(clock, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            notice($"{text} {clock:HH\\:mm} does not exist where clocks go forward; only the day was taken");
            return text;
        }

        if (zone.IsAmbiguousTime(local))
        {
            notice($"{text} {clock:HH\\:mm} comes twice where clocks go back; winter time was taken");
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Schedules;

/// <summary>How far one schedule is dealt with, as its cursor keeps it.</summary>
/// <param name="Last">Up to which moment, that one included.</param>
/// <param name="Rhythm">For which expression and zone; for another one it says nothing.</param>
/// <param name="Item">The work item of the last firing; nothing before the first.</param>
internal sealed record ScheduleMark(DateTimeOffset Last, string Rhythm, WorkItemId? Item)
{
    private const char Between = '|';

    public static string NameOf(string schedule) => "schedule/" + schedule;

    public static string RhythmOf(string cron, TimeZoneInfo zone) => cron + " " + zone.Id;

    /// <summary>Reads a cursor; nothing where it is none, so that the schedule begins anew.</summary>
    public static ScheduleMark? Read(string? text) =>
        text?.Split(Between) is [var last, var rhythm, var item]
        && DateTimeOffset.TryParse(last, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? new ScheduleMark(moment, rhythm, WorkItemId.TryParse(item, out var id) ? id : null)
            : null;

    public override string ToString() => string.Join(Between, InstantConverter.ToText(Last), Rhythm, Item?.ToString() ?? string.Empty);
}

using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>Every day at six in the evening, whatever the expression says.</summary>
internal sealed class DailyCron : ICron
{
    private const int Hour = 18;

    public string? FaultIn(string expression) => null;

    public DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset after)
    {
        for (var day = TimeZoneInfo.ConvertTime(after, zone).Date; ; day = day.AddDays(1))
        {
            var local = day.AddHours(Hour);
            var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
            if (at > after)
            {
                return at;
            }
        }
    }
}

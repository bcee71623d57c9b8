using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules;

/// <summary>Stands where nothing reads cron expressions: nothing runs by the clock there.</summary>
internal sealed class NoCron : ICron
{
    public string? FaultIn(string expression) => "nothing here reads the clock";

    public DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset after) => null;
}

using AiOs.Contracts.Schedules;
using Quartz;

namespace AiOs.Jobs;

/// <summary>Quartz's own reading of cron expressions.</summary>
public sealed class QuartzCron : ICron
{
    /// <inheritdoc/>
    public string? FaultIn(string expression)
    {
        try
        {
            _ = CronExpression.Parse(expression);
            return null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return fault.Message.TrimEnd('.');
        }
    }

    /// <inheritdoc/>
    public DateTimeOffset? Next(string expression, TimeZoneInfo zone, DateTimeOffset after) =>
        new CronExpression(expression, zone).GetNextValidTimeAfter(after)?.ToUniversalTime();
}

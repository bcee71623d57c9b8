using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules;

/// <summary>Decides what of a schedule is due. Pure, as <see cref="ICron"/> is.</summary>
internal static class DueFirings
{
    /// <summary>How late a firing still counts as on time: two looks at the clock.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>So many missed moments are counted one by one; of more only the newest is looked for.</summary>
    public const int MostMissed = 1000;

    /// <summary>From how far back the newest of very many moments is looked for, the nearest first.</summary>
    private static readonly TimeSpan[] Backs = [TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(32), TimeSpan.FromDays(400)];

    /// <summary>
    /// What is due. Every moment after the last one that was dealt with, up to now, comes due once. The newest fires, unless it lies more than the
    /// grace back and the schedule leaves missed moments out; the earlier ones are stood for or left out, as the schedule says.
    /// </summary>
    /// <param name="cron">Reads the expression.</param>
    /// <param name="schedule">The schedule, whose expression has no fault.</param>
    /// <param name="zone">Whose clock it means.</param>
    /// <param name="last">Up to which moment it was dealt with, that moment included.</param>
    /// <param name="now">Now.</param>
    /// <returns>What is due; nothing where nothing is.</returns>
    public static DueMoments? Of(ICron cron, PlannedSchedule schedule, TimeZoneInfo zone, DateTimeOffset last, DateTimeOffset now)
    {
        var due = Between(cron, schedule.Cron, zone, last, now);
        if (due.Count == 0)
        {
            return null;
        }

        if (schedule.CatchUp is CatchUp.Once)
        {
            return new DueMoments(due[^1], due[..^1], []);
        }

        var onTime = due.FindIndex(moment => moment >= now - Grace);
        return onTime < 0 ? new DueMoments(null, [], due) : new DueMoments(due[^1], due[onTime..^1], due[..onTime]);
    }

    private static List<DateTimeOffset> Between(ICron cron, string expression, TimeZoneInfo zone, DateTimeOffset last, DateTimeOffset now)
    {
        var due = new List<DateTimeOffset>();
        var after = last;
        while (due.Count < MostMissed)
        {
            if (cron.Next(expression, zone, after) is not { } next || next > now || next <= after)
            {
                return due;
            }

            due.Add(next);
            after = next;
        }

        if (Newest(cron, expression, zone, after, now) is { } newest)
        {
            due.Add(newest);
        }

        return due;
    }

    private static DateTimeOffset? Newest(ICron cron, string expression, TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset now)
    {
        var from = Backs.Select(back => now - back).FirstOrDefault(start => start > after && cron.Next(expression, zone, start) <= now, after);
        DateTimeOffset? newest = null;
        for (var next = cron.Next(expression, zone, from); next <= now && next > from; next = cron.Next(expression, zone, from))
        {
            newest = next;
            from = next.Value;
        }

        return newest;
    }
}

using AiOs.Contracts.Schedules;
using AiOs.Kernel.Hosting;

namespace AiOs.Kernel.Digests.Standing;

/// <summary>What comes by the clock, but for the program's own jobs, which ask nothing of anybody. Without a reader of cron expressions nothing does.</summary>
internal sealed class NextDues(IEnumerable<IScheduleSource> sources, ICron? cron, WorkspaceSettings settings)
{
    private readonly IReadOnlyList<IScheduleSource> _sources = [.. sources];

    /// <summary>The soonest moment of each schedule that has one in time, the soonest first.</summary>
    public async Task<IReadOnlyList<NextDue>> WithinAsync(DateTimeOffset now, TimeSpan time, CancellationToken cancellationToken)
    {
        var found = new List<NextDue>();
        foreach (var source in cron is null ? [] : _sources)
        {
            foreach (var planned in await source.FindAsync(cancellationToken))
            {
                if (planned.Kind is not FiringKind.Job && cron!.FaultIn(planned.Cron) is null && cron.Next(planned.Cron, settings.TimeZone, now) is { } at && at <= now + time)
                {
                    found.Add(new NextDue(planned.Name, at));
                }
            }
        }

        return [.. found.OrderBy(static one => one.At).ThenBy(static one => one.Name, StringComparer.Ordinal)];
    }
}

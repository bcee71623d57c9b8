namespace AiOs.Contracts.Schedules;

/// <summary>Something that knows of schedules: the program's jobs, the configuration, playbooks, the operator's own Records.</summary>
public interface IScheduleSource
{
    /// <summary>The schedules that are on.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The schedules; empty where there are none.</returns>
    Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken);
}

using AiOs.Contracts.Schedules;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>The program's own jobs, at their own times.</summary>
internal sealed class JobSchedules(JobShelf jobs) : IScheduleSource
{
    public Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlannedSchedule>>([.. jobs.All.Select(static job => new PlannedSchedule(job.Name, job.Cron, FiringKind.Job, job.Name, job.CatchUp, "the program"))]);
}

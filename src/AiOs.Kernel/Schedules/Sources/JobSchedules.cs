using AiOs.Contracts.Schedules;
using AiOs.Kernel.Hosting;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>The program's own jobs, at the times that the configuration gives them, else at their own.</summary>
internal sealed class JobSchedules(JobShelf jobs, WorkspaceSettings settings) : IScheduleSource
{
    public Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlannedSchedule>>([.. jobs.All.Select(job => new PlannedSchedule(job.Name, CronOf(job), FiringKind.Job, job.Name, job.CatchUp, "the program"))]);

    private string CronOf(IJob job) => settings.JobCrons.TryGetValue(job.Name, out var cron) ? cron : job.Cron;
}

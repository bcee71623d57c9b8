using AiOs.Contracts.Schedules;
using AiOs.Kernel.Hosting;

namespace AiOs.Kernel.Schedules.Sources;

/// <summary>What the configuration says.</summary>
internal sealed class ConfiguredSchedules(WorkspaceSettings settings) : IScheduleSource
{
    public Task<IReadOnlyList<PlannedSchedule>> FindAsync(CancellationToken cancellationToken) => Task.FromResult(settings.Schedules);
}

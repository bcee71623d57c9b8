using AiOs.Contracts.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AiOs.Jobs;

/// <summary>
/// Rings for each schedule at its times, as long as the host runs. Quartz is the alarm clock and keeps nothing: what is due the kernel decides from
/// what is durable. So every schedule is looked at after a start, when a Record changed that may be one, and each minute, since a machine that slept
/// or whose clock was set rings for nothing.
/// </summary>
internal sealed partial class Clock(IFirings firings, Bell bell, PlanWatch watch, TimeProvider time, ILogger<Clock> logger) : BackgroundService
{
    private const int Threads = 4;

    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, PlannedSchedule> _rings = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A host that starts is not held up by the store.
        await Task.Yield();
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(Threads);
            quartz.Services.AddSingleton(bell);
        }).Build();
        await using (factory)
        {
            var scheduler = await factory.GetScheduler(stoppingToken);
            try
            {
                await scheduler.Start(stoppingToken);
                await RunAsync(scheduler, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The host goes.
            }

            await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
            await bell.StopAsync();
        }
    }

    private async Task RunAsync(IScheduler scheduler, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var plans = await firings.FindAsync(stoppingToken);
                await RenewAsync(scheduler, plans, stoppingToken);
                foreach (var plan in plans)
                {
                    bell.Ring(plan.Name);
                }

                await watch.WaitAsync(Sweep, stoppingToken);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException && !stoppingToken.IsCancellationRequested)
            {
                // An edge: a store that is away must not end the clock.
                LogLate(logger, fault);
                await Task.Delay(Sweep, time, stoppingToken);
            }
        }
    }

    /// <summary>Makes the triggers those of the schedules as they are now; one that did not change keeps its own.</summary>
    private async Task RenewAsync(IScheduler scheduler, IReadOnlyList<PlannedSchedule> plans, CancellationToken cancellationToken)
    {
        foreach (var gone in _rings.Values.Where(ring => !plans.Any(plan => plan.Name == ring.Name && plan.Cron == ring.Cron)).ToList())
        {
            await scheduler.DeleteJob(new JobKey(gone.Name), cancellationToken);
            _rings.Remove(gone.Name);
        }

        foreach (var plan in plans.Where(plan => !_rings.ContainsKey(plan.Name)))
        {
            var job = JobBuilder.Create<Ringing>().WithIdentity(plan.Name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(plan.Name)
                .WithSchedule(CronScheduleBuilder.Create(plan.Cron).InTimeZone(firings.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellationToken);
            _rings[plan.Name] = plan;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What runs by the clock could not be looked at; it is tried again in a minute, and what came due meanwhile is caught up with.")]
    private static partial void LogLate(ILogger logger, Exception fault);
}

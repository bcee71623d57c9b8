using AiOs.Contracts.Effects;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Schedules.Jobs;
using AiOs.Kernel.Schedules.Sources;
using AiOs.Kernel.WorkItems.Routines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Kernel.Schedules;

/// <summary>Registers what runs by the clock.</summary>
internal static class ScheduleServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<ICron, NoCron>();
        services.TryAddSingleton(provider => new JobShelf(() => provider.GetServices<IJob>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduleSource, JobSchedules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduleSource, ConfiguredSchedules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduleSource, RecordSchedules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, JournalVerification>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, EscalationSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, CapResets>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutine, JobRoutine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, JobRun>());
        services.TryAddSingleton<ScheduleBook>();
        services.TryAddSingleton<Firings>();
        services.TryAddSingleton<IFirings>(provider => provider.GetRequiredService<Firings>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, ScheduleCommands>());
    }
}

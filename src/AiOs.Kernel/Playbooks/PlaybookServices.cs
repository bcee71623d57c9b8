using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Playbooks;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Playbooks.Running;
using AiOs.Kernel.Playbooks.Starting;
using AiOs.Kernel.WorkItems.Routines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Kernel.Playbooks;

/// <summary>Registers what playbooks need.</summary>
internal static class PlaybookServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<PlaybookShelf>();
        services.TryAddSingleton<ScopeReader>();
        services.TryAddSingleton<OpenRuns>();
        services.TryAddSingleton<StepDrafts>();
        services.TryAddSingleton<StartDrafts>();
        services.TryAddSingleton<RunStops>();
        services.TryAddSingleton<IPlaybooks, PlaybookFiles>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduleSource, PlaybookSchedules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutine, PlaybookRoutine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutine, CallRoutine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutine, EditRoutine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, PlaybookCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, PlaybookChange>());

        // A run that is started goes in by the door that every message takes, and behind that door stand the connectors.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, PlaybookStart>(provider => new PlaybookStart(() => provider.GetRequiredService<IInbox>(), provider.GetRequiredService<OpenRuns>())));
    }
}

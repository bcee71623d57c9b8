using AiOs.Contracts.Schedules;
using AiOs.Kernel.WorkItems.Routines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Kernel.Reconciling;

/// <summary>Registers the comparison with the outside.</summary>
internal static class ReconcilingServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRoutine, DriftRoutine>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, NightlyReconciliation>());
        services.TryAddSingleton<DriftDesk>();
        services.TryAddSingleton<UnknownOutcomes>();
        services.TryAddSingleton<Reconciliation>();
    }
}

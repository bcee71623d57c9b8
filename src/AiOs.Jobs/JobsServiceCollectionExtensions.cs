using AiOs.Contracts.Charts;
using AiOs.Contracts.Schedules;
using AiOs.Jobs.Charts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Jobs;

/// <summary>Adds the clock.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Reads cron expressions, and draws money.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton<ICron, QuartzCron>();
        services.TryAddSingleton<IChart, MoneyBars>();
        return services;
    }

    /// <summary>Adds what rings at the times of every schedule, as long as the host runs.</summary>
    /// <param name="services">The services, with <see cref="IFirings"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.TryAddSingleton<Bell>();
        services.TryAddSingleton<PlanWatch>();
        services.AddHostedService<Clock>();
        return services;
    }
}

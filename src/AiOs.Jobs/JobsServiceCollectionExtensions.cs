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
}

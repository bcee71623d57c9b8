using AiOs.Contracts.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Jobs;

/// <summary>Adds the clock.</summary>
public static class JobsServiceCollectionExtensions
{
    /// <summary>Reads cron expressions.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton<ICron, QuartzCron>();
        return services;
    }
}

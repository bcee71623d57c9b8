using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Agents;

public static class AgentsServiceCollectionExtensions
{
    /// <summary>Adds Intake and the agents, all of which run without a model.</summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same.</returns>
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.TryAddSingleton<IntakeAgent>();
        services.TryAddSingleton<IIntake>(static provider => provider.GetRequiredService<IntakeAgent>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgent, ExecutionAgent>());
        return services;
    }
}

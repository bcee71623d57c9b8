using AiOs.Agents.Billing;
using AiOs.Agents.Editor;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Agents.Research;
using AiOs.Agents.Sales;
using AiOs.Agents.Transcription;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using AiOs.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgent, BillingAgent>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgent, SalesAgent>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgent, ResearchAgent>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAgent, EditorAgent>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITranscriber>(static provider =>
            new Transcriber(TranscriptionModel.Of(provider.GetRequiredService<IOptions<ModelOptions>>().Value), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}

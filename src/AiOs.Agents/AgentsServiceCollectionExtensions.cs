using AiOs.Agents.Billing;
using AiOs.Agents.Editor;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Agents.Models;
using AiOs.Agents.Models.Calls;
using AiOs.Agents.Models.Drafting;
using AiOs.Agents.Research;
using AiOs.Agents.Sales;
using AiOs.Agents.Transcription;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Models;
using AiOs.Contracts.Ports;
using AiOs.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiOs.Agents;

public static class AgentsServiceCollectionExtensions
{
    /// <summary>Adds Intake and the agents, all of which run without a model and use one where it is configured.</summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same.</returns>
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.TryAddSingleton<IntakeAgent>();
        services.TryAddSingleton<IIntake>(static provider => new ModelIntake(provider.GetRequiredService<IntakeAgent>(), provider.GetRequiredService<IModel>()));
        services.TryAddSingleton<IModel>(ModelOf);
        services.TryAddSingleton<ModelDrafter>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, ModelPart>());
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

    /// <summary>The chat model; one that answers nothing where none is configured.</summary>
    private static IModel ModelOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ModelOptions>>().Value;
        if (options is not { Endpoint.Length: > 0, Chat: { Length: > 0 } name })
        {
            return new NoModel();
        }

        var time = provider.GetRequiredService<TimeProvider>();
        var meter = provider.GetRequiredService<IModelMeter>();
        var prices = new ModelPrices(options.InputPricePerMillion ?? 0, options.OutputPricePerMillion ?? 0, meter.Currency);
        var calls = new MeteredCalls(ChatServer.Of(options, time), meter, prices, name, provider.GetRequiredService<ILogger<MeteredCalls>>());
        return new ChatModel(calls, new PatientCalls(time, provider.GetRequiredService<IEntropy>()));
    }
}

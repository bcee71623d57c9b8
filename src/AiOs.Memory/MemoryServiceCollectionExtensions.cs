using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Memory.Embedding;
using AiOs.Memory.Knowledge;
using AiOs.Memory.Retrieval;
using AiOs.Memory.Vectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiOs.Memory;

/// <summary>Adds memory.</summary>
public static class MemoryServiceCollectionExtensions
{
    /// <summary>
    /// Adds memory: search by words and meaning, and what it needs. The store that it is kept in is added before and is then seen through a
    /// store that keeps the vectors in memory in step with it.
    /// </summary>
    /// <param name="services">The services, with an <see cref="IKnowledgeStore"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMemory(this IServiceCollection services)
    {
        KeepBelow(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ModelOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>());
        services.TryAddSingleton(provider => new EmbeddingModels(RemoteEmbedding.Of(provider.GetRequiredService<IOptions<ModelOptions>>().Value)));
        services.TryAddSingleton<Embedder>();
        services.TryAddSingleton<MeaningSearch>();
        services.TryAddSingleton<IRecall, Recall>();
        services.TryAddSingleton<Learner>();
        services.TryAddSingleton(provider => new ForgottenElsewhere(
            provider.GetRequiredService<IJournalFeed>(),
            provider.GetRequiredService<IKnowledgeStore>(),
            provider.GetRequiredService<VectorIndex>(),
            !provider.GetRequiredService<IJournalStore>().IsExclusive));
        services.TryAddSingleton<MemoryKeeper>();
        services.TryAddSingleton<IMemoryRebuild>(provider => provider.GetRequiredService<MemoryKeeper>());
        return services;
    }

    /// <summary>Adds what runs beside a host: memory follows the journal, and pieces get the vectors they lack.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMemoryFollower(this IServiceCollection services)
    {
        services.TryAddSingleton<PatientEmbedder>();
        services.TryAddSingleton(provider => new BackfillTurn(
            provider.GetRequiredService<IJournalStore>().IsExclusive ? null : provider.GetRequiredService<ILeases>(), provider.GetRequiredService<IEntropy>()));
        services.AddHostedService<WarmStart>();
        services.AddHostedService<MemoryFollower>();
        services.TryAddSingleton<VectorBackfill>();
        services.AddHostedService(static provider => provider.GetRequiredService<VectorBackfill>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, ReEmbedding>());
        return services;
    }

    private static void KeepBelow(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(VectorIndex)))
        {
            return;
        }

        var store = services.LastOrDefault(service => service.ServiceType == typeof(IKnowledgeStore))
            ?? throw new InvalidOperationException("AddMemory needs a store: add one before.");
        services.Remove(store);
        services.AddSingleton(provider => new KeptKnowledge(Make(provider, store)));
        services.AddSingleton(provider => new VectorIndex(provider.GetRequiredService<KeptKnowledge>().Store));
        services.AddSingleton<IKnowledgeStore>(provider => new LiveKnowledgeStore(
            provider.GetRequiredService<KeptKnowledge>().Store, provider.GetRequiredService<VectorIndex>()));
    }

    private static IKnowledgeStore Make(IServiceProvider provider, ServiceDescriptor store) => (IKnowledgeStore)(
        store.ImplementationInstance
        ?? store.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, store.ImplementationType!));
}

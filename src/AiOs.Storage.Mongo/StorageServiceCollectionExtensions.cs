using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Storage.Mongo.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiOs.Storage.Mongo;

/// <summary>Adds the store that several hosts can share.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the journal, the blobs, leases, cursors and memory in one MongoDB. Nothing is asked of the server before the first call. The host binds
    /// <see cref="MongoOptions.Section"/> and adds logging and a <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="workspace">Whose store it is.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddMongoStorage(this IServiceCollection services, Func<IServiceProvider, WorkspaceId> workspace)
    {
        services.AddOptions<MongoOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MongoOptions>, MongoOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MongoOptions>, ConnectionStringValidator>());
        services.TryAddSingleton(provider => MongoStorage.Open(
            provider.GetRequiredService<IOptions<MongoOptions>>().Value,
            workspace(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton(provider => Storage(provider).Journal);
        services.TryAddSingleton(provider => Storage(provider).Blobs);
        services.TryAddSingleton(provider => Storage(provider).Leases);
        services.TryAddSingleton(provider => Storage(provider).Cursors);
        services.TryAddSingleton(provider => Storage(provider).Knowledge);
        services.AddSingleton<ICheckedPart>(provider => Storage(provider).Part);
        return services;
    }

    private static MongoStorage Storage(IServiceProvider provider) => provider.GetRequiredService<MongoStorage>();
}

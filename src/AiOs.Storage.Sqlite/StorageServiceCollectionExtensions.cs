using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiOs.Storage.Sqlite;

/// <summary>Adds the embedded store.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the journal, leases, cursors, memory and blobs in one folder. The lock on it is taken with the first of them, and refuses where another host has it;
    /// a host that took it earlier adds its <see cref="WorkspaceLock"/> before. The host binds <see cref="SqliteOptions.Section"/>
    /// and adds the clock.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="workspace">Whose journal it is.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, Func<IServiceProvider, WorkspaceId> workspace)
    {
        services.AddOptions<SqliteOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteOptions>, SqliteOptionsValidator>());
        services.TryAddSingleton(provider => WorkspaceLock.Take(Options(provider).Folder));
        services.TryAddSingleton(provider =>
            SqliteJournalStore.Open(Options(provider), workspace(provider), provider.GetRequiredService<WorkspaceLock>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IJournalStore>(provider => provider.GetRequiredService<SqliteJournalStore>());
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteJournalStore>().Leases);
        services.TryAddSingleton(provider => provider.GetRequiredService<SqliteJournalStore>().Cursors);
        services.TryAddSingleton(provider => new SqliteKnowledgeStore(provider.GetRequiredService<SqliteJournalStore>()));
        services.TryAddSingleton<IKnowledgeStore>(provider => provider.GetRequiredService<SqliteKnowledgeStore>());
        services.TryAddSingleton(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceLock>();
            return new FileBlobStore(Path.Combine(Options(provider).Folder, "blobs"));
        });
        services.TryAddSingleton<IBlobStore>(provider => provider.GetRequiredService<FileBlobStore>());
        return services;
    }

    private static SqliteOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<SqliteOptions>>().Value;
}

using AiOs.Agents;
using AiOs.Bot.Chat;
using AiOs.Bot.Composition;
using AiOs.Bot.Copies;
using AiOs.Bot.Digests;
using AiOs.Bot.Hosting.Playbooks;
using AiOs.Bot.Verbs;
using AiOs.Bot.Verbs.Checks;
using AiOs.Bot.Verbs.Knowing;
using AiOs.Connectors;
using AiOs.Connectors.Email;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Restoring;
using AiOs.Jobs;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Importing;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Restoring;
using AiOs.Memory;
using AiOs.Storage.Sqlite;
using AiOs.Storage.Sqlite.Files;
using AiOs.Storage.Sqlite.Knowledge;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Bot.Hosting;

/// <summary>Everything a workspace needs, the same for the host and for a verb that runs without one.</summary>
internal static class HostServices
{
    public static void Add(IServiceCollection services, HostSettings settings, HostParts parts)
    {
        parts.Before(services);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Places);
        services.AddSingleton(settings.Workspace);
        services.TryAddSingleton<TimeProvider>(new WorkspaceTime(settings.Workspace.TimeZone));
        Diagnostics.Add(services, settings.Places);
        AddStorage(services, settings);
        services.Configure<ModelOptions>(settings.Configuration.GetSection(ModelOptions.Section));
        services.AddMemory();
        services.AddAgents();
        AddMail(services, settings);
        services.AddChat(settings);
        services.AddLearning();
        AddCopies(services);
        services.AddJobs();
        services.AddDigest(settings);
        services.AddKernel();
        AddVerbs(services);
    }

    /// <summary>Lock, key, journal: opened in this order, a crash at any moment leaves no journal without its key.</summary>
    private static void AddStorage(IServiceCollection services, HostSettings settings)
    {
        if (settings.Places.IsStoreShared)
        {
            SharedStorage.Add(services, settings);
            return;
        }

        services.TryAddSingleton<IJournalStore>(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceKeys>();
            return provider.GetRequiredService<SqliteJournalStore>();
        });
        services.TryAddSingleton<IKnowledgeStore>(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceKeys>();
            return provider.GetRequiredService<SqliteKnowledgeStore>();
        });
        services.Configure<SqliteOptions>(options => options.Path = settings.Places.Database);
        services.AddSqliteStorage(_ => settings.Workspace.Id);
        services.TryAddSingleton(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceLock>();
            return KeyFile.ReadOrMake(settings.Places.KeyFile, settings.Places.Database, provider.GetRequiredService<IEntropy>());
        });
        services.TryAddSingleton<IHeadCopies, HeadFiles>();
        services.TryAddSingleton(provider => WebKeyFile.ReadOrMake(settings.Places.WebKey, provider.GetRequiredService<IEntropy>()));
    }

    private static void AddMail(IServiceCollection services, HostSettings settings)
    {
        services.Configure<EmailOptions>(settings.Configuration.GetSection(EmailOptions.Section));
        services.AddEmail(_ => new EmailPlaces(settings.Places.Outbox, settings.Places.OutboxShown, settings.Places.Inbox, settings.OperatorAddresses is [var first, ..] ? first : null)
        {
            OwnAddresses = settings.OperatorAddresses,
            OwnName = settings.Workspace.OperatorName,
            IsOutboxOneOfSeveral = settings.Places.IsStoreShared,
        });
    }

    private static void AddCopies(IServiceCollection services)
    {
        services.TryAddSingleton<ICopyRegister, CopyRegister>();
        services.TryAddSingleton<IErasureFile, ErasureFile>();
        services.TryAddSingleton<IRestoreMarks, RestoreMarkFile>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRemnants, FileRemnants>());
        services.TryAddSingleton<StoreAside>();
        services.TryAddSingleton<Func<ImportCheck>>(provider => provider.GetRequiredService<ImportCheck>);
        services.TryAddSingleton<Func<WorkspaceCopies>>(provider => provider.GetRequiredService<WorkspaceCopies>);
    }

    private static void AddVerbs(IServiceCollection services)
    {
        services.TryAddSingleton<PrintedDigests>();
        services.TryAddSingleton<WorkItemVerbs>();
        services.TryAddSingleton<DecisionVerbs>();
        services.TryAddSingleton<JournalVerbs>();
        services.TryAddSingleton<CopyVerbs>();
        services.TryAddSingleton<RestoreVerbs>();
        services.TryAddSingleton<ForgetVerb>();
        services.TryAddSingleton<DoctorVerb>();
        services.TryAddSingleton<PolicyVerbs>();
        services.TryAddSingleton<RecordVerbs>();
        services.TryAddSingleton<ControlVerbs>();
        services.TryAddSingleton<PairingVerbs>();
        services.TryAddSingleton<MemoryVerbs>();
        services.TryAddSingleton<CorrectionVerbs>();
        services.TryAddSingleton<VerbRunner>();
        services.TryAddSingleton<PolicyLoader>();
        services.TryAddSingleton<PlaybookLoader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, DataFolderPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, JournalPart>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, PolicyPart>());
    }
}

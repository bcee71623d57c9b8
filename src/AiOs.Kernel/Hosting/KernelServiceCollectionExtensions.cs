using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Files;
using AiOs.Contracts.Forgetting;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Models;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records;
using AiOs.Contracts.Records.Owners;
using AiOs.Contracts.Restoring;
using AiOs.Contracts.Threads;
using AiOs.Kernel.Agents;
using AiOs.Kernel.Chat;
using AiOs.Kernel.Chat.Boards;
using AiOs.Kernel.Context;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Controls.Models;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Digests;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Importing;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Notes;
using AiOs.Kernel.Playbooks;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Preferences;
using AiOs.Kernel.Reconciling;
using AiOs.Kernel.Records;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.Schedules;
using AiOs.Kernel.Sharing;
using AiOs.Kernel.Threads;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Background;
using AiOs.Kernel.WorkItems.Preparing;
using AiOs.Kernel.WorkItems.Splitting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Hosting;

/// <summary>Registers the kernel.</summary>
public static class KernelServiceCollectionExtensions
{
    /// <summary>
    /// Adds the kernel. The host adds <see cref="WorkspaceSettings"/>, <see cref="WorkspaceKeys"/>, <see cref="TimeProvider"/>,
    /// a store, head copies, an intake, an agent and the connectors; and leases where other hosts can share the store.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.TryAddSingleton<IEntropy, SystemEntropy>();
        services.TryAddSingleton<IBoundary, NoBoundary>();
        services.TryAddSingleton<IdSource>();
        AddJournal(services);
        AddLoop(services);
        AddControls(services);
        PlaybookServices.Add(services);
        DigestServices.Add(services);
        ChatServices.Add(services);
        AddForgetting(services);
        AddCopies(services);
        BoardServices.Add(services, LeasesOf);
        ScheduleServices.Add(services);
        ReconcilingServices.Add(services);
        return services;
    }

    private static void AddControls(IServiceCollection services)
    {
        services.TryAddSingleton<IModelMeter, ModelMeter>();
        services.TryAddSingleton<ModelBook>();
        services.TryAddSingleton<ModelCosts>();
        services.TryAddSingleton<FreezeControl>();
        services.TryAddSingleton<AutonomyControl>();
        services.TryAddSingleton<PolicyControl>();
        services.TryAddSingleton<PolicyReplay>();
        services.TryAddSingleton<IControls, WorkspaceControls>();
        services.TryAddSingleton<INotebook, Notebook>();
        services.TryAddSingleton<RecordPages>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, RecordPages>(static provider => provider.GetRequiredService<RecordPages>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, NotebookCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, CorrectionCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, ForgetCommands>());
        services.TryAddSingleton<ItemNames>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, TodayCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, DecisionCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, DeviceCommands>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, ExportCommands>());
        services.TryAddSingleton<OperatorCommands>();
        services.TryAddSingleton<ICommands>(provider => provider.GetRequiredService<OperatorCommands>());
    }

    private static void AddForgetting(IServiceCollection services)
    {
        services.TryAddSingleton<IErasureFile, NoErasureFile>();
        services.TryAddSingleton<ICopyRegister, NoCopyRegister>();
        services.TryAddSingleton<ErasureList>();
        services.TryAddSingleton<SubjectReader>();
        services.TryAddSingleton<StreamFinder>();
        services.TryAddSingleton<Eraser>();
        services.TryAddSingleton<ForgetReport>();
        services.TryAddSingleton<Forgetter>();
        services.TryAddSingleton<IForget>(provider => provider.GetRequiredService<Forgetter>());
    }

    private static void AddCopies(IServiceCollection services)
    {
        services.TryAddSingleton<IRestoreMarks, NoRestoreMarks>();
        services.TryAddSingleton<RestoreGo>();
        services.TryAddSingleton(provider => new ImportCheck(provider.GetRequiredService<Vault>(), provider.GetRequiredService<WorkspaceKeys>(), provider.GetRequiredService<WorkspaceSettings>()));
        services.TryAddSingleton<Importer>();
        services.TryAddSingleton(provider => new WorkspaceCopies(
            provider.GetRequiredService<Exporter>(),
            provider.GetRequiredService<Importer>(),
            provider.GetRequiredService<IJournalStore>(),
            provider.GetRequiredService<ICopyRegister>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddJournal(IServiceCollection services)
    {
        services.TryAddSingleton<Vault>();
        services.TryAddSingleton(provider => new LedgerKeeper(provider.GetRequiredService<IJournalStore>(), provider.GetRequiredService<WorkspaceSettings>().TimeZone));
        services.TryAddSingleton(provider => new WorkspaceJournal(
            provider.GetRequiredService<IJournalStore>(),
            provider.GetRequiredService<LedgerKeeper>(),
            provider.GetRequiredService<Vault>(),
            provider.GetRequiredService<WorkspaceSettings>().Id,
            provider.GetRequiredService<IdSource>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IBoundary>()));
        services.TryAddSingleton<IJournalFeed, JournalFeed>();
        services.TryAddSingleton<IFiles, SealedFiles>();
        services.TryAddSingleton<HeadCheck>();
        services.TryAddSingleton<HeadKeeper>();
        services.TryAddSingleton<ChainVerifier>();
        services.TryAddSingleton<Exporter>();
        services.TryAddSingleton<Rebuilder>();
    }

    private static void AddSharing(IServiceCollection services)
    {
        services.TryAddSingleton<JournalFollower>();
        services.TryAddSingleton<SharedStore>();
        services.TryAddSingleton(provider => new WorkLeases(
            provider.GetRequiredService<HostState>(),
            LeasesOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<WorkLeases>>()));
        services.TryAddSingleton(provider => new HostPresence(
            provider.GetRequiredService<WorkspaceJournal>(),
            provider.GetRequiredService<HostState>(),
            LeasesOf(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<HostPresence>>()));
    }

    /// <summary>Nothing where no other host can share the store.</summary>
    private static ILeases? LeasesOf(IServiceProvider provider) =>
        provider.GetRequiredService<IJournalStore>().IsExclusive ? null : provider.GetRequiredService<ILeases>();

    private static void AddLoop(IServiceCollection services)
    {
        services.TryAddSingleton<HostState>();
        services.TryAddSingleton<RecordReader>();
        services.TryAddSingleton<RelatedRecords>();
        services.TryAddSingleton<IRecords>(provider => provider.GetRequiredService<RecordReader>());
        services.TryAddSingleton<IRecordReports, RecordReports>();
        services.TryAddSingleton(provider => new AuthorityMap(provider.GetServices<FieldOwnership>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, RecordWrite>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, RecordMerge>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, RecordUnmerge>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, NoteKeep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, NoteWithdraw>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, PolicyChange>());

        // Parts go in by the door that every message takes, and behind that door stand the connectors.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, WorkSplit>(provider => new WorkSplit(() => provider.GetRequiredService<IInbox>(), provider.GetRequiredService<WorkspaceJournal>())));
        services.TryAddSingleton<EffectCatalog>();
        services.TryAddSingleton<IEffectDispatcher, EffectDispatcher>();
        services.TryAddSingleton<PolicyShelf>();
        services.TryAddSingleton<Outlook>();
        services.TryAddSingleton<PureSteps>();
        services.TryAddSingleton<StepRecorder>();
        services.TryAddSingleton<ILessons, NoLessons>();
        services.TryAddSingleton<IContextSource, NoContext>();
        services.TryAddSingleton<BriefContext>();
        services.TryAddSingleton<MissingFacts>();
        services.TryAddSingleton<WorkItems.Routines.Routines>();
        services.TryAddSingleton<AgentRoster>();
        services.TryAddSingleton<Understanding>();
        services.TryAddSingleton<Preparation>();
        services.TryAddSingleton<SlowSteps>();
        services.TryAddSingleton<WorkItemLoop>();
        AddSharing(services);
        services.TryAddSingleton<Prefetch>();
        services.TryAddSingleton<WakeUps>();
        services.TryAddSingleton<ThreadIndex>();
        services.TryAddSingleton<IMailThreads>(provider => provider.GetRequiredService<ThreadIndex>());
        services.TryAddSingleton<ThreadFollower>();
        services.TryAddSingleton<IInbox, Inbox>();
        services.TryAddSingleton<Views>();
        services.TryAddSingleton<AutonomyOffers>();
        services.TryAddSingleton<OperatorActs>();
        services.TryAddSingleton<IDesk, OperatorDesk>();
        services.TryAddSingleton<OpenItems>();
        services.TryAddSingleton<Withdrawals>();
        services.TryAddSingleton<PreferenceBook>();
        services.TryAddSingleton<ICorrections, OperatorCorrections>();
        services.TryAddSingleton(provider => new Workspace(
            provider.GetRequiredService<WorkspaceJournal>(),
            provider.GetRequiredService<HeadCheck>(),
            provider.GetRequiredService<HeadKeeper>(),
            provider.GetRequiredService<WakeUps>(),
            provider.GetRequiredService<SharedStore>(),
            provider.GetRequiredService<HostState>(),
            provider.GetRequiredService<WorkspaceKeys>(),
            provider.GetRequiredService<Exporter>(),
            provider.GetRequiredService<Rebuilder>(),
            provider.GetRequiredService<Forgetter>(),
            provider.GetRequiredService<RestoreGo>(),
            provider.GetRequiredService<ThreadFollower>(),
            provider.GetRequiredService<SlowSteps>()));
    }
}

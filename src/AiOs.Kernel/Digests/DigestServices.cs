using AiOs.Contracts.Charts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Digests.Sending;
using AiOs.Kernel.Digests.Standing;
using AiOs.Kernel.Digests.Watching;
using AiOs.Kernel.Digests.Words;
using AiOs.Kernel.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Digests;

/// <summary>Registers the digest. A host without a clock or a painter has it on demand and in words.</summary>
internal static class DigestServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<DigestSettings>();
        services.TryAddSingleton(static provider => new NextDues(
            provider.GetServices<IScheduleSource>(),
            provider.GetService<ICron>(),
            provider.GetRequiredService<WorkspaceSettings>()));
        services.TryAddSingleton<StandingReader>();
        services.TryAddSingleton<DigestMaker>();
        services.TryAddSingleton<DigestMarks>();
        services.TryAddSingleton<DigestSender>();
        services.TryAddSingleton<DigestButtons>();
        services.TryAddSingleton(static provider => new DigestNote(provider.GetRequiredService<WorkspaceSettings>().TimeZone, provider.GetService<IChart>()));
        services.TryAddSingleton<DigestRound>();
        services.TryAddSingleton<DigestWarning>();
        services.TryAddSingleton<IWarnings>(static provider => provider.GetRequiredService<DigestWarning>());
        services.TryAddSingleton<DigestTurn>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJob, DailyDigest>(static provider => new DailyDigest(
            provider.GetRequiredService<DigestSettings>(),
            provider.GetRequiredService<DigestTurn>,
            provider.GetRequiredService<TimeProvider>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandGroup, DigestCommands>());
        AddWatch(services);
    }

    private static void AddWatch(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new DigestWatchman(
            provider.GetService<ICron>(),
            provider.GetRequiredService<ICursors>(),
            provider.GetRequiredService<DigestMarks>(),
            provider.GetRequiredService<DigestMaker>(),
            provider.GetRequiredService<DigestRound>(),
            provider.GetRequiredService<DigestWarning>(),
            provider.GetRequiredService<DigestSettings>(),
            provider.GetRequiredService<WorkspaceSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DigestWatchman>>()));
        services.TryAddSingleton<IDigestWatch>(static provider => provider.GetRequiredService<DigestWatchman>());
    }
}

using AiOs.Bot.Hosting;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Timing;
using AiOs.KillHost.Tools;
using AiOs.Storage.Sqlite;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.KillHost;

/// <summary>What this host has that the real one has not.</summary>
internal static class KillParts
{
    public static void Add(IServiceCollection services, KillAtCrossing boundary, bool control)
    {
        services.AddSingleton<IBoundary>(boundary);
        services.AddSingleton<IStartupFilter, ReplyBoundary>();
        ToolParts.Add(services);
        if (!control)
        {
            return;
        }

        services.AddSingleton<HeadFiles>();
        services.AddSingleton(provider =>
        {
            _ = provider.GetRequiredService<WorkspaceKeys>();
            return new LateIntentStore(provider.GetRequiredService<SqliteJournalStore>());
        });
        services.AddSingleton<IJournalStore>(provider => provider.GetRequiredService<LateIntentStore>());
        services.AddSingleton<IHeadCopies>(provider => new LateHeads(provider.GetRequiredService<HeadFiles>(), provider.GetRequiredService<LateIntentStore>()));
    }
}

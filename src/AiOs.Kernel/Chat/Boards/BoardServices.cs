using AiOs.Contracts.Leases;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Notes;
using AiOs.Kernel.Chat.Boards.Spots;
using AiOs.Kernel.Chat.Boards.Steps;
using AiOs.Kernel.Chat.Boards.Turns;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards;

/// <summary>Registers what keeps cards in chats as things stand.</summary>
internal static class BoardServices
{
    public static void Add(IServiceCollection services, Func<IServiceProvider, ILeases?> leases)
    {
        services.TryAddSingleton<CardEntries>();
        services.TryAddSingleton<WorkingNotes>();
        services.TryAddSingleton<Audiences>();
        services.TryAddSingleton<PlaceKeeper>();
        services.TryAddSingleton<CardBoard>();
        services.TryAddSingleton<BoardFollower>();
        services.TryAddSingleton(provider => new AloneRunner(
            provider.GetRequiredService<HostState>(),
            leases(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AloneRunner>>()));
        services.TryAddSingleton<ICardPlaces, CardPlaces>();
        services.TryAddSingleton<ICardKeeping, CardKeeping>();
    }
}

using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Hearing;
using AiOs.Kernel.Chat.Pairing;
using AiOs.Kernel.Chat.Places;
using AiOs.Kernel.Chat.Routing;
using AiOs.Kernel.Chat.Taps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Kernel.Chat;

/// <summary>Registers the operator's side of every chat.</summary>
internal static class ChatServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton<Homes>();
        services.TryAddSingleton<MessageLinks>();
        services.TryAddSingleton<PairedOperators>();
        services.TryAddSingleton<IPairing>(provider => provider.GetRequiredService<PairedOperators>());
        services.TryAddSingleton<Deliveries>();
        services.TryAddSingleton<Speaker>();
        services.TryAddSingleton<Strangers>();
        services.TryAddSingleton<Opener>();
        services.TryAddSingleton<HeldMessages>();
        services.TryAddSingleton<CommandHearing>();
        services.TryAddSingleton<ReplyHearing>();
        services.TryAddSingleton<PendingHearing>();
        services.TryAddSingleton<TextHearing>();
        services.TryAddSingleton<FileHearing>();
        services.TryAddSingleton<EditHearing>();
        services.TryAddSingleton<Listener>();
        services.TryAddSingleton<DecisionTaps>();
        services.TryAddSingleton<ItemTaps>();
        services.TryAddSingleton<RouteTaps>();
        services.TryAddSingleton<TapDesk>();
        services.TryAddSingleton<IConversation, Conversation>();
    }
}

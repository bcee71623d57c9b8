using AiOs.Channels.Telegram.Checks;
using AiOs.Channels.Telegram.Connection;
using AiOs.Channels.Telegram.Receiving;
using AiOs.Channels.Telegram.Sending;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Telegram;

/// <summary>Adds the Telegram bot to a host.</summary>
public static class TelegramServiceCollectionExtensions
{
    private const int MostWaitingInChat = 200;

    /// <summary>
    /// Registers the bot: an <see cref="IChatChannel"/>, its part for <c>doctor</c>, and the service that lets updates come. It needs <see cref="IConversation"/>,
    /// <c>ICommands</c>, <c>IInbox</c>, <c>TimeProvider</c> and logging from the host. Without a token all of it rests.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="section">The section <see cref="TelegramOptions.Section"/>.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<TelegramOptions>().Bind(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidation>());
        services.TryAddSingleton<TelegramBot>();
        services.TryAddSingleton<Pacer>();
        services.TryAddSingleton(static _ => new ChatLanes(MostWaitingInChat));
        services.TryAddSingleton<PacedCalls>();
        services.TryAddSingleton<ChatWriter>();
        services.TryAddSingleton<TelegramChannel>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatChannel, TelegramChannel>(static provider => provider.GetRequiredService<TelegramChannel>()));
        services.TryAddSingleton<FileFetch>();
        services.TryAddSingleton<UpdateDoor>();
        services.TryAddSingleton<UpdateIntake>();
        services.TryAddSingleton<BotSetup>();
        services.TryAddSingleton<UpdatePolling>();
        services.TryAddSingleton<WebhookEndpoint>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TelegramReceiver>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, TelegramPart>());
        return services;
    }

    /// <summary>Maps <c>POST /telegram/webhook</c>; nothing where Telegram is off or is polled.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapTelegram(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value;
        if (options is { IsSet: true, Mode: TelegramMode.Webhook })
        {
            endpoints.MapPost(WebhookEndpoint.Path, endpoints.ServiceProvider.GetRequiredService<WebhookEndpoint>().TakeAsync);
        }

        return endpoints;
    }
}

using AiOs.Channels.Teams.Connector;
using AiOs.Channels.Teams.Endpoint;
using AiOs.Channels.Teams.Files;
using AiOs.Channels.Teams.Places;
using AiOs.Channels.Teams.Rendering;
using AiOs.Channels.Teams.Security;
using AiOs.Channels.Teams.Tokens;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams;

/// <summary>Adds Teams to a host.</summary>
public static class TeamsServiceCollectionExtensions
{
    /// <summary>
    /// Registers Teams as an <see cref="IChatChannel"/>. It needs <see cref="IConversation"/>, <see cref="IPairing"/>, <see cref="ICursors"/>, logging and a
    /// <see cref="TimeProvider"/> from the host, which also runs <see cref="IConversation.KeepCardsAsync"/> for it.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>());
        services.TryAddSingleton<LoginHttp>();
        services.TryAddSingleton(static all => UrlsOf(all.GetRequiredService<IOptions<TeamsOptions>>().Value));
        services.TryAddSingleton(TokensOf);
        services.TryAddSingleton(static all => new Lazy<IBotTokens>(all.GetRequiredService<IBotTokens>));
        services.TryAddSingleton(KeysOf);
        services.TryAddSingleton(GateOf);
        services.TryAddSingleton<PlaceBook>();
        services.TryAddSingleton<PlaceCards>();
        services.TryAddSingleton<ConversationQueues>();
        services.TryAddSingleton<ConnectorExchange>();
        services.TryAddSingleton<ConnectorClient>();
        services.TryAddSingleton<FileDownload>();
        services.TryAddSingleton<RunningWork>();
        services.TryAddSingleton<TeamsChannel>();
        services.TryAddSingleton<MessageDesk>();
        services.TryAddSingleton(static all => ActivatorUtilities.CreateInstance<TapDesk>(all, all.GetRequiredService<TeamsChannel>()));
        services.TryAddSingleton<ActivityDesk>();
        services.TryAddSingleton<MessagesEndpoint>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChatChannel, TeamsChannel>(static all => all.GetRequiredService<TeamsChannel>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TeamsService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ICheckedPart, TeamsPart>());
        return services;
    }

    /// <summary>Maps <c>POST /api/messages</c>; nothing where Teams is not configured.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        if (services.GetRequiredService<IOptions<TeamsOptions>>().Value.IsOn)
        {
            var endpoint = services.GetRequiredService<MessagesEndpoint>();
            endpoints.MapPost(MessagesEndpoint.Path, endpoint.HandleAsync);
        }

        return endpoints;
    }

    private static ServiceUrls UrlsOf(TeamsOptions options) => new([.. options.AllowedServiceUrls.Select(static url => new Uri(url))], options.Anonymous);

    private static IBotTokens TokensOf(IServiceProvider all)
    {
        var (options, time) = (all.GetRequiredService<IOptions<TeamsOptions>>().Value, all.GetRequiredService<TimeProvider>());
        return options.Anonymous || !options.IsOn ? new NoTokens() : new CachedTokens(TokenSources.Of(options, all.GetRequiredService<LoginHttp>().Client, time), time);
    }

    private static KeySource KeysOf(IServiceProvider all) =>
        new(all.GetRequiredService<LoginHttp>().Client, new Uri(all.GetRequiredService<IOptions<TeamsOptions>>().Value.MetadataUrl), all.GetRequiredService<TimeProvider>());

    private static ICallerGate GateOf(IServiceProvider all)
    {
        var options = all.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (options.Anonymous)
        {
            return new LoopbackGate(all.GetRequiredService<ServiceUrls>());
        }

        var trust = new TeamsTrust
        {
            AppId = options.AppId ?? string.Empty,
            Tenants = [options.TenantId ?? string.Empty],
            Issuer = options.Issuer,
            Metadata = new Uri(options.MetadataUrl),
            ServiceUrls = [.. options.AllowedServiceUrls.Select(static url => new Uri(url))],
        };
        return new TokenGate(new CallerCheck(trust, all.GetRequiredService<KeySource>(), all.GetRequiredService<TimeProvider>()));
    }
}

using AiOs.Contracts.Effects;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiOs.Connectors.Resilience;

/// <summary>Adds connectors behind their guard. No connector of this project is added in another way.</summary>
internal static class GuardRegistration
{
    /// <summary>Adds a connector. Those whose options have the same name speak to the same outside part and share its guard.</summary>
    public static IServiceCollection AddGuarded<TConnector>(this IServiceCollection services, GuardOptions options)
        where TConnector : class, IEffectConnector, IReadProbe
    {
        services.TryAddSingleton<TConnector>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEffectConnector, GuardedConnector<TConnector>>(
            all => new GuardedConnector<TConnector>(all.GetRequiredService<TConnector>(), GuardOf(all, options))));
        if (services.Any(one => one.IsKeyedService && one.ServiceType == typeof(ConnectorGuard) && Equals(one.ServiceKey, options.Name))) return services;
        services.AddKeyedSingleton(options.Name, (all, _) =>
            new ConnectorGuard(options, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<IEntropy>()));
        services.AddSingleton<ICheckedPart>(all => new GuardPart(GuardOf(all, options)));
        return services;
    }

    private static ConnectorGuard GuardOf(IServiceProvider services, GuardOptions options) =>
        services.GetRequiredKeyedService<ConnectorGuard>(options.Name);
}

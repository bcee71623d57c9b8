using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AiOs.Storage.Sqlite.Tests.Support;

/// <summary>Resolves what was added by a factory, once each, as the host's container does.</summary>
/// <param name="services">What was added.</param>
/// <param name="options">The bound options.</param>
internal sealed class FactoryProvider(IServiceCollection services, SqliteOptions options) : IServiceProvider, IAsyncDisposable
{
    private readonly Dictionary<Type, object> _made = new() { [typeof(IOptions<SqliteOptions>)] = Options.Create(options) };
    private readonly List<object> _order = [];

    public object? GetService(Type serviceType)
    {
        if (!_made.TryGetValue(serviceType, out var service))
        {
            service = services.Single(descriptor => descriptor.ServiceType == serviceType).ImplementationFactory!(this);
            _made.Add(serviceType, service);
            _order.Add(service);
        }

        return service;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _order.AsEnumerable().Reverse())
        {
            switch (service)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
                default:
                    break;
            }
        }
    }
}

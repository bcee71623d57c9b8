using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Testing.Kernel;

/// <summary>
/// Makes singletons from a service collection: what the kernel registers, and no more. The real container is in the host's framework,
/// which test projects would otherwise all have to take.
/// </summary>
internal sealed class Wiring(IEnumerable<ServiceDescriptor> services) : IServiceProvider
{
    private readonly ServiceDescriptor[] _services = [.. services];
    private readonly ConcurrentDictionary<ServiceDescriptor, Lazy<object>> _made = new();

    public object? GetService(Type serviceType)
    {
        if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(ILogger<>))
        {
            return Activator.CreateInstance(typeof(NullLogger<>).MakeGenericType(serviceType.GenericTypeArguments));
        }

        if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            return All(serviceType.GenericTypeArguments[0]);
        }

        return _services.LastOrDefault(service => service.ServiceType == serviceType) is { } found ? Made(found) : null;
    }

    private Array All(Type type)
    {
        var made = _services.Where(service => service.ServiceType == type).Select(Made).ToArray();
        var typed = Array.CreateInstance(type, made.Length);
        made.CopyTo(typed, 0);
        return typed;
    }

    private object Made(ServiceDescriptor service) => _made.GetOrAdd(service, _ => new Lazy<object>(() => Make(service))).Value;

    private object Make(ServiceDescriptor service) =>
        service.ImplementationInstance
        ?? service.ImplementationFactory?.Invoke(this)
        ?? ActivatorUtilities.CreateInstance(this, service.ImplementationType!);
}

using AiOs.Contracts;
using AiOs.Contracts.Leases;

namespace AiOs.Testing.Kernel;

/// <summary>The leases as one process reaches them: a dead process takes none, prolongs none and gives none back.</summary>
internal sealed class MortalLeases(ILeases leases, CrashBoundary boundary) : ILeases
{
    public Task<Lease?> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken) =>
        Alive().TryTakeAsync(name, holder, duration, cancellationToken);

    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) => Alive().ReleaseAsync(name, holder, cancellationToken);

    public Task<Lease?> FindAsync(string name, CancellationToken cancellationToken) => Alive().FindAsync(name, cancellationToken);

    private ILeases Alive() => boundary.Crashed.IsCompleted ? throw new AiOsException("This process has ended.") { IsTransient = true } : leases;
}

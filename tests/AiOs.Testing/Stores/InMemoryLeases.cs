using AiOs.Contracts;
using AiOs.Contracts.Leases;
using AiOs.Contracts.Ports;

namespace AiOs.Testing.Stores;

/// <summary>Leases in memory, by a clock of the test's.</summary>
/// <param name="time">The store's clock.</param>
public sealed class InMemoryLeases(TimeProvider time) : ILeases
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lease> _leases = [];

    /// <summary>While it is away nothing can be taken, given back or found.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often a lease was given or prolonged.</summary>
    public int Given { get; private set; }

    /// <summary>How often one was asked for in vain.</summary>
    public int Refused { get; private set; }

    /// <summary>Whether anybody holds a lease now.</summary>
    /// <param name="name">Which.</param>
    /// <returns>Whether.</returns>
    public bool Holds(string name)
    {
        lock (_gate)
        {
            return Find(name) is not null;
        }
    }

    /// <inheritdoc/>
    public Task<Lease?> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(duration, Longest);
        return InTurn(() => Take(name, holder, duration), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        PortName.Check(holder, nameof(holder));
        return InTurn(() => Find(name) is { } lease && lease.Holder == holder && _leases.Remove(name), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Lease?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        return InTurn(() => Find(name), cancellationToken);
    }

    private Lease? Take(string name, string holder, TimeSpan duration)
    {
        if (Find(name) is { } held && held.Holder != holder)
        {
            Refused++;
            return null;
        }

        Given++;
        return _leases[name] = new Lease(name, holder, time.GetUtcNow() + duration);
    }

    private Lease? Find(string name) => _leases.TryGetValue(name, out var lease) && time.GetUtcNow() < lease.Until ? lease : null;

    private Task<T> InTurn<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        if (IsAway)
        {
            return Task.FromException<T>(new AiOsException("The store of leases is away.") { IsTransient = true });
        }

        lock (_gate)
        {
            return Task.FromResult(work());
        }
    }
}

using AiOs.Contracts.Ports;

namespace AiOs.Testing.Stores;

/// <summary>Cursors in memory.</summary>
public sealed class InMemoryCursors : ICursors
{
    private const int Longest = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _values = [];

    /// <inheritdoc/>
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult(_values.GetValueOrDefault(name));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryMoveAsync(string name, string? expected, string value, CancellationToken cancellationToken)
    {
        PortName.Check(name, nameof(name));
        ArgumentNullException.ThrowIfNull(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, Longest, nameof(value));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_values.GetValueOrDefault(name) != expected)
            {
                return Task.FromResult(false);
            }

            _values[name] = value;
            return Task.FromResult(true);
        }
    }
}

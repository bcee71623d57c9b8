using AiOs.Contracts.Ports;

namespace AiOs.Testing.Doubles;

/// <summary>Randomness that a seed repeats. Safe for several threads; then only the set of values is the same.</summary>
/// <param name="seed">The seed.</param>
public sealed class SeededEntropy(int seed) : IEntropy
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <inheritdoc/>
    public void Fill(Span<byte> buffer)
    {
        lock (_gate)
        {
            _random.NextBytes(buffer);
        }
    }
}

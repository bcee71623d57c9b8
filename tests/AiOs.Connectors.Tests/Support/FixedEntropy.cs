using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Tests.Support;

/// <summary>Chance that always falls the same way.</summary>
internal sealed class FixedEntropy(byte value = 0x80) : IEntropy
{
    public void Fill(Span<byte> buffer) => buffer.Fill(value);
}

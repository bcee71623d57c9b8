using System.Security.Cryptography;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Hosting;

/// <summary>The system's cryptographic source.</summary>
public sealed class SystemEntropy : IEntropy
{
    /// <inheritdoc/>
    public void Fill(Span<byte> buffer) => RandomNumberGenerator.Fill(buffer);
}

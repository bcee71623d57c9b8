namespace AiOs.Contracts.Ports;

/// <summary>Where randomness comes from: the system's cryptographic source everywhere but in the simulation.</summary>
public interface IEntropy
{
    /// <summary>Fills a buffer with random bytes.</summary>
    /// <param name="buffer">The buffer.</param>
    void Fill(Span<byte> buffer);
}

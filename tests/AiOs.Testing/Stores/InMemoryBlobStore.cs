using System.Collections.Concurrent;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Testing.Stores;

/// <summary>Blobs in memory.</summary>
public sealed class InMemoryBlobStore : IBlobStore
{
    private readonly ConcurrentDictionary<Digest, byte[]> _blobs = new();

    /// <summary>Every blob by its name.</summary>
    public IReadOnlyDictionary<Digest, byte[]> All => _blobs;

    /// <inheritdoc/>
    public Task<Digest> PutAsync(ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        var name = Digest.Of(sealedBytes.Span);
        _blobs[name] = sealedBytes.ToArray();
        return Task.FromResult(name);
    }

    /// <inheritdoc/>
    public Task<byte[]?> FindAsync(Digest sha256, CancellationToken cancellationToken) => Task.FromResult(_blobs.GetValueOrDefault(sha256));

    /// <inheritdoc/>
    public Task DeleteAsync(Digest sha256, CancellationToken cancellationToken)
    {
        _blobs.TryRemove(sha256, out _);
        return Task.CompletedTask;
    }
}

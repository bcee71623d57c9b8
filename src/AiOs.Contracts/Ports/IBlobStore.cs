using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Ports;

/// <summary>Keeps sealed bytes by the SHA-256 of what is stored. Sees only ciphertext.</summary>
public interface IBlobStore
{
    /// <summary>Stores bytes durably before it returns. Storing the same bytes again is no error.</summary>
    /// <param name="sealedBytes">Nonce, ciphertext and tag.</param>
    /// <param name="cancellationToken">Gives up; nothing refers to what may have been stored.</param>
    /// <returns>The SHA-256 of the bytes.</returns>
    Task<Digest> PutAsync(ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken);

    /// <summary>Reads bytes back.</summary>
    /// <param name="sha256">Their SHA-256.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bytes, or nothing where they are not kept. Throws <see cref="AiOsException"/> where they are damaged.</returns>
    Task<byte[]?> FindAsync(Digest sha256, CancellationToken cancellationToken);

    /// <summary>Takes bytes away for good. Bytes that are not kept are no error.</summary>
    /// <param name="sha256">Their SHA-256.</param>
    /// <param name="cancellationToken">Gives up before the write begins.</param>
    /// <returns>When it is durable.</returns>
    Task DeleteAsync(Digest sha256, CancellationToken cancellationToken);
}

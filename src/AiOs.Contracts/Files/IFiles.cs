using AiOs.Contracts.Messages;

namespace AiOs.Contracts.Files;

/// <summary>Opens files that the workspace keeps sealed.</summary>
public interface IFiles
{
    /// <summary>Opens one.</summary>
    /// <param name="file">Where it is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The plain bytes; nothing where they are not kept any more or where whom they are about was forgotten. Throws <see cref="AiOsException"/> where
    /// they are damaged or where the store is away.
    /// </returns>
    Task<byte[]?> OpenAsync(BlobRef file, CancellationToken cancellationToken);
}

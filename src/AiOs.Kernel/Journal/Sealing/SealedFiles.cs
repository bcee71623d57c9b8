using System.Text;
using AiOs.Contracts.Files;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Kernel.Journal.Sealing;

/// <summary>Opens what the inbox sealed. Without its stream's key a file is forgotten, whether or not its bytes still lie somewhere.</summary>
internal sealed class SealedFiles(WorkspaceJournal journal, IBlobStore blobs) : IFiles
{
    public async Task<byte[]?> OpenAsync(BlobRef file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await journal.FindKeyAsync(file.Key, cancellationToken) is { } key && await blobs.FindAsync(file.Sha256, cancellationToken) is { } sealedBytes
            ? Vault.Unseal(key, sealedBytes, Encoding.UTF8.GetBytes(file.Key.Value))
            : null;
    }
}

using AiOs.Contracts;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Journal.Importing;

/// <summary>Checks a copy whole before anything of it is written: the chain, the companions, and that it opens with the keys of this workspace.</summary>
public sealed class ImportCheck
{
    private readonly Vault _vault;
    private readonly WorkspaceKeys _keys;
    private readonly WorkspaceSettings _settings;

    internal ImportCheck(Vault vault, WorkspaceKeys keys, WorkspaceSettings settings)
    {
        _vault = vault;
        _keys = keys;
        _settings = settings;
    }

    /// <summary>Checks a copy; the store is not touched. Throws <see cref="AiOsException"/> with one sentence where it cannot be put back here.</summary>
    /// <param name="folder">The copy.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where it ends.</returns>
    public async Task<long> CheckAsync(string folder, CancellationToken cancellationToken) => (await HeadOfAsync(folder, cancellationToken)).Position;

    /// <summary>Where the copy ends. Throws <see cref="AiOsException"/> where it is not whole, or not of this workspace.</summary>
    internal async Task<SignedHead> HeadOfAsync(string folder, CancellationToken cancellationToken)
    {
        var report = await ExportVerifier.VerifyAsync(folder, cancellationToken);
        if (!report.Ok)
        {
            throw new AiOsException($"{folder} is not whole, so nothing was written: {report.Sentence}");
        }

        var head = HeadCodec.Read(await File.ReadAllBytesAsync(Path.Combine(folder, ExportNames.Head), cancellationToken));
        if (head.Workspace != _settings.Id)
        {
            throw new AiOsException($"{folder} is of the workspace '{head.Workspace}', and this one is '{_settings.Id}'; set Workspace:Id to the copy's, then try again.");
        }

        if (head.PublicKey != Convert.ToBase64String(_keys.HeadPublicKey.Span) || !await OpensAsync(folder, cancellationToken))
        {
            throw new AiOsException($"{folder} was made with another workspace key, so nothing was written; put the key file of that workspace at Workspace:KeyFile, then try again.");
        }

        return head;
    }

    private async Task<bool> OpensAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var key in ExportedKeys.ReadAsync(folder, cancellationToken))
            {
                _vault.Open(key);
                return true;
            }

            return true;
        }
        catch (AiOsException)
        {
            return false;
        }
    }
}

using AiOs.Bot.Composition;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Verbs.Checks;

/// <summary>The data folder: it can be written, and its secrets are for the owner's eyes only.</summary>
internal sealed class DataFolderPart(HostPlaces places) : ICheckedPart
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Name => "data folder";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var probe = Path.Combine(places.Data, "doctor.tmp");
        try
        {
            await File.WriteAllTextAsync(probe, "written by doctor", cancellationToken);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new PartHealth(Ok: false, $"{places.Data} cannot be written; check its owner and the disk.");
        }

        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(places.KeyFile) & Others) != 0
            ? new PartHealth(Ok: false, $"{places.KeyFile} can be read by others; run chmod 600 on it.")
            : new PartHealth(Ok: true, $"{places.Data} can be written, and the key file is yours alone.");
    }
}

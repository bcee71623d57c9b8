using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Email.Checks;

/// <summary>The drop folder: mails can be read there and moved on.</summary>
internal sealed class DropFolderPart(EmailPlaces places) : ICheckedPart
{
    public string Name => "drop folder";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken) => await FolderProbe.CanWriteAsync(places.Inbox, cancellationToken)
        ? new PartHealth(Ok: true, $"Mails in {places.Inbox} are read and moved on.")
        : new PartHealth(Ok: false, $"{places.Inbox} cannot be used as a folder; check that it is one and yours, or set Email:DropFolder.");
}

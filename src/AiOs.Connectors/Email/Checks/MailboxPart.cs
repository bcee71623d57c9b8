using System.Globalization;
using AiOs.Connectors.Email.Imap;
using AiOs.Contracts.Ports;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Email.Checks;

/// <summary>The mailbox: the server takes our sign-in and opens every folder that is watched. No mail is read or marked.</summary>
internal sealed class MailboxPart(IOptions<EmailOptions> options, TimeProvider time) : ICheckedPart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => "mailbox";

    public async Task<PartHealth> CheckAsync(CancellationToken cancellationToken)
    {
        var imap = options.Value.Imap;
        if (!imap.IsSet) return new PartHealth(Ok: true, "It is off: Email:Imap:Host is not set.");
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        var looked = imap.Watched[0];
        try
        {
            var found = new List<string>();
            await ImapConnection.OpenAsync(client, imap, ends.Token);
            foreach (var name in imap.Watched)
            {
                looked = name;
                var folder = await ImapConnection.FolderAsync(client, name, FolderAccess.ReadOnly, ends.Token);
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{folder.Count} mails in {name}"));
            }

            var way = client.Capabilities.HasFlag(ImapCapabilities.Idle) ? "tells of new ones" : "has to be asked for new ones";
            await client.DisconnectAsync(quit: true, ends.Token);
            return new PartHealth(Ok: true, $"{imap.Place} has {string.Join(" and ", found)} and {way}.");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new PartHealth(Ok: false, $"Mails cannot be read: {ImapFaults.ReasonOf(fault, imap, looked).Why}");
        }
    }
}

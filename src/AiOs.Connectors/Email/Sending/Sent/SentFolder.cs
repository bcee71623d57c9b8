using MailKit;
using MailKit.Net.Imap;

namespace AiOs.Connectors.Email.Sending.Sent;

/// <summary>Finds the folder that sent mails are kept in.</summary>
internal static class SentFolder
{
    /// <summary>What servers and mail programs call it where none is marked (RFC 6154).</summary>
    private static readonly string[] Usual =
        ["Sent", "Sent Items", "Sent Messages", "Sent Mail", "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "INBOX.Sent", "INBOX/Sent", "[Gmail]/Sent Mail"];

    /// <summary>The folder; nothing where there is none.</summary>
    public static async Task<IMailFolder?> FindAsync(ImapClient client, string? configured, CancellationToken cancellationToken)
    {
        if (configured is { Length: > 0 }) return await TryAsync(client, configured, cancellationToken);
        if ((client.Capabilities & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0 && client.GetFolder(SpecialFolder.Sent) is { } marked) return marked;
        foreach (var name in Usual)
        {
            if (await TryAsync(client, name, cancellationToken) is { } folder) return folder;
        }

        return null;
    }

    private static async Task<IMailFolder?> TryAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            return null;
        }
    }
}

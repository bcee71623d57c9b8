using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace AiOs.Connectors.Email.Imap;

/// <summary>Connects as configured.</summary>
internal static class ImapConnection
{
    /// <summary>Connects, signs in where that is configured, and opens nothing yet.</summary>
    public static async Task OpenAsync(ImapClient client, ImapOptions imap, CancellationToken cancellationToken)
    {
        var security = imap.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await client.ConnectAsync(imap.Host!, imap.PortToUse, security, cancellationToken);
        if (!string.IsNullOrEmpty(imap.User)) await client.AuthenticateAsync(imap.User, imap.Password!, cancellationToken);
    }

    /// <summary>Opens the first folder that is watched, or another one.</summary>
    public static async Task<IMailFolder> FolderAsync(ImapClient client, string name, FolderAccess access, CancellationToken cancellationToken)
    {
        var folder = await client.GetFolderAsync(name, cancellationToken);
        await folder.OpenAsync(access, cancellationToken);
        return folder;
    }

    /// <summary>The folder that mails are moved to; made at the top of the mailbox where it is not there.</summary>
    public static async Task<IMailFolder> MoveTargetAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetFolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            var top = client.GetFolder(client.PersonalNamespaces[0]);
            return await top.CreateAsync(name, isMessageFolder: true, cancellationToken) ?? await client.GetFolderAsync(name, cancellationToken);
        }
    }
}

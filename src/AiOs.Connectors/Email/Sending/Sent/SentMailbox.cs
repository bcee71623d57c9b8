using System.Net.Sockets;
using AiOs.Contracts.Effects;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Email.Sending.Sent;

/// <summary>
/// The folder of sent mails, over IMAP. A mail is looked for by its Message-ID, which is made from the effect's id; a copy is put there after a mail
/// was sent. Neither ever changes whether a mail was sent.
/// </summary>
internal sealed class SentMailbox(IOptions<EmailOptions> options, TimeProvider time)
{
    /// <summary>Its sending is not written down before the copy is filed, so the copy does not get long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool IsSet => options.Value.Imap.IsSet;

    /// <summary>Puts a copy of a sent mail into the folder. Never throws.</summary>
    /// <returns>A sentence that says whether it is there.</returns>
    public async Task<string> FileAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await WithFolderAsync(
                async (folder, token) =>
                {
                    await folder.AppendAsync(MailComposer.Format, message, MessageFlags.Seen, message.Date, token);
                    return $"A copy is in the folder {folder.FullName}.";
                },
                cancellationToken) ?? $"No copy was kept: {NoFolder}";
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"No copy was kept: {WhyNot(fault)}";
        }
    }

    /// <summary>Looks for a mail. Only where the server itself files what it sends does finding it prove that it was sent.</summary>
    public async Task<EffectLookUp> FindAsync(string mailId, CancellationToken cancellationToken)
    {
        if (!IsSet) return new EffectLookUp.CannotTell("No mailbox is configured (Email:Imap), so there is nobody to ask what was sent.");
        try
        {
            return await WithFolderAsync<EffectLookUp>(
                async (folder, token) =>
                {
                    await folder.OpenAsync(FolderAccess.ReadOnly, token);
                    return await IsThereAsync(folder, mailId, token)
                        ? new EffectLookUp.Found(mailId, $"It is in the folder {folder.FullName}, where the server files what it has sent.")
                        : new EffectLookUp.NotFound();
                },
                cancellationToken) ?? new EffectLookUp.CannotTell($"It could not be looked up: {NoFolder}");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return new EffectLookUp.CannotTell($"It could not be looked up: {WhyNot(fault)}");
        }
    }

    private string NoFolder => options.Value.Imap.SentFolder is { Length: > 0 } configured
        ? $"{options.Value.Imap.Host} has no folder {configured}; check Email:Imap:SentFolder."
        : $"{options.Value.Imap.Host} has no folder for sent mails; set Email:Imap:SentFolder.";

    /// <summary>A server searches headers by a part of their text, so what it found is compared.</summary>
    private static async Task<bool> IsThereAsync(IMailFolder folder, string mailId, CancellationToken cancellationToken)
    {
        var found = await folder.SearchAsync(SearchQuery.HeaderContains("Message-ID", mailId), cancellationToken);
        if (found.Count == 0) return false;
        var mails = await folder.FetchAsync(found, MessageSummaryItems.Envelope, cancellationToken);
        return mails.Any(mail => mail.Envelope?.MessageId == mailId);
    }

    /// <summary>Does something with the folder; nothing where there is none.</summary>
    private async Task<T?> WithFolderAsync<T>(Func<IMailFolder, CancellationToken, Task<T>> act, CancellationToken cancellationToken)
        where T : class
    {
        var imap = options.Value.Imap;
        using var limit = new CancellationTokenSource(Patience, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(imap.Host!, imap.PortToUse, OptionsOf(imap.Security), ends.Token);
        if (!string.IsNullOrEmpty(imap.User)) await client.AuthenticateAsync(imap.User, imap.Password ?? string.Empty, ends.Token);
        var done = await SentFolder.FindAsync(client, imap.SentFolder, ends.Token) is { } folder ? await act(folder, ends.Token) : null;
        await LeaveAsync(client, ends.Token);
        return done;
    }

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private string WhyNot(Exception fault) => fault switch
    {
        OperationCanceledException or TimeoutException => $"{options.Value.Imap.Host} did not answer in time.",
        AuthenticationException => $"{options.Value.Imap.Host} does not accept the user and password; check Email:Imap:User and Email:Imap:Password.",
        SslHandshakeException => $"no safe connection to {options.Value.Imap.Host} could be made; check Email:Imap:Security and the server's certificate.",
        SocketException => $"{options.Value.Imap.Host} cannot be reached; check Email:Imap:Host and Email:Imap:Port.",
        CommandException => $"{options.Value.Imap.Host} refused it.",
        _ => $"{options.Value.Imap.Host} broke off the conversation.",
    };

    /// <summary>What was wanted is done: how the goodbye goes is nobody's concern.</summary>
    private static async Task LeaveAsync(ImapClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ProtocolException or CommandException)
        {
        }
    }
}

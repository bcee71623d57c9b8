using AiOs.Contracts.Ports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Email.Imap;

/// <summary>Watches the folders of the configured mailbox. Where several hosts share a store, one of them runs it at a time.</summary>
public sealed class ImapWatcher(IOptions<EmailOptions> options, MailIntake intake, ICursors cursors, TimeProvider time, ILogger<ImapWatcher> logger)
{
    /// <summary>Whether a mailbox is configured.</summary>
    public bool IsOn => options.Value.Imap.IsSet;

    internal ImapPace Pace { get; init; } = ImapPace.Default;

    /// <summary>Runs until it is cancelled, and then throws <see cref="OperationCanceledException"/>; whatever goes wrong otherwise is logged and tried again.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>When it has ended.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!IsOn) return;
        try
        {
            await Task.WhenAll(options.Value.Imap.Watched.Select(folder => Watch(folder).RunAsync(cancellationToken)));
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The host goes or another one has taken over, and whatever was under way broke off for it.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private FolderWatch Watch(string folder)
    {
        var imap = options.Value.Imap;
        return new FolderWatch(imap, folder, new FolderTaking(intake, new MailboxCursor(cursors, imap, folder), time, logger), Pace, time, logger);
    }
}

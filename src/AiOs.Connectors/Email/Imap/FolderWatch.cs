using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;

namespace AiOs.Connectors.Email.Imap;

/// <summary>
/// Keeps one folder read as long as it runs: over IDLE where the server offers it, else by asking. Whatever breaks is said once, and tried again
/// later each time.
/// </summary>
internal sealed partial class FolderWatch(ImapOptions options, string name, FolderTaking taking, ImapPace pace, TimeProvider time, ILogger logger)
{
    private string? _said;
    private bool _isUp;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; !cancellationToken.IsCancellationRequested;)
        {
            var before = taking.Taken;
            _isUp = false;
            try
            {
                await SessionAsync(cancellationToken);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                // An edge: whatever went wrong, it is tried again.
                failures = taking.Taken > before || _isUp ? 1 : failures + 1;
                var (why, mayPass) = ImapFaults.ReasonOf(fault, options, name);
                Say(why, fault);
                await Task.Delay(ImapRetreat.After(mayPass, failures), time, cancellationToken);
            }
        }
    }

    /// <summary>One connection, until it breaks.</summary>
    private async Task SessionAsync(CancellationToken cancellationToken)
    {
        using var client = new ImapClient { Timeout = (int)pace.Patience.TotalMilliseconds };
        await ImapConnection.OpenAsync(client, options, cancellationToken);
        var target = options.After == AfterTaking.Move ? await ImapConnection.MoveTargetAsync(client, options.MoveTo!, cancellationToken) : null;
        var folder = await ImapConnection.FolderAsync(client, name, FolderAccess.ReadWrite, cancellationToken);
        using var bell = new FolderBell(folder);
        while (true)
        {
            bell.Arm();
            await taking.TakeAllAsync(folder, target, cancellationToken);
            if (!_isUp) LogWatching(logger, name, options.Place, taking.Taken);
            (_isUp, _said) = (true, null);
            await WaitAsync(client, bell.Rung, cancellationToken);
        }
    }

    private async Task WaitAsync(ImapClient client, CancellationToken rung, CancellationToken cancellationToken)
    {
        if (rung.IsCancellationRequested) return;
        if (client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            using var renewal = new CancellationTokenSource(pace.Renewal, time);
            using var done = CancellationTokenSource.CreateLinkedTokenSource(rung, renewal.Token);
            await client.IdleAsync(done.Token, cancellationToken);
            return;
        }

        await Task.Delay(pace.Poll, time, cancellationToken);
        await client.NoOpAsync(cancellationToken);
    }

    /// <summary>Once, until it is another reason or goes well again: a server that is away for a night is one line.</summary>
    private void Say(string why, Exception fault)
    {
        if (why == _said) return;
        _said = why;
        LogBroken(logger, name, why, fault.GetType().Name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The mail folder {Folder} of {Server} is watched; {Taken} mails were taken since the start.")]
    private static partial void LogWatching(ILogger logger, string folder, string server, int taken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail folder {Folder} cannot be read: {Why} It is tried again by itself. ({Fault})")]
    private static partial void LogBroken(ILogger logger, string folder, string why, string fault);
}

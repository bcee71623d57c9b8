using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Imap;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;
using AiOs.Testing.Mail;

namespace AiOs.Connectors.Tests.Email.Imap;

/// <summary>The real watcher at work, as long as it is not disposed of.</summary>
internal sealed class MailboxRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    private MailboxRun(ImapWatcher watcher, LogLines<ImapWatcher> log)
    {
        Log = log;
        _running = Task.Run(() => watcher.RunAsync(_end.Token));
    }

    public LogLines<ImapWatcher> Log { get; }

    public static MailboxRun Start(int port, IInbox inbox, ICursors cursors, Action<ImapOptions>? set = null, ImapPace? pace = null, TimeProvider? time = null)
    {
        var options = Options(port);
        set?.Invoke(options.Imap);
        var log = new LogLines<ImapWatcher>();
        var watcher = new ImapWatcher(Microsoft.Extensions.Options.Options.Create(options), new MailIntake(new MailReader(), inbox), cursors, time ?? TimeProvider.System, log) { Pace = pace ?? ImapPace.Default };
        return new MailboxRun(watcher, log);
    }

    /// <summary>The mailbox of the one person there is.</summary>
    public static EmailOptions Options(int port) => new()
    {
        Imap = new ImapOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, User = MailHouse.Person, Password = MailHouse.Password },
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System));
        _end.Dispose();
    }
}

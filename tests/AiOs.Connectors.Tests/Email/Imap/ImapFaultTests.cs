using System.Globalization;
using System.Text;
using AiOs.Connectors.Tests.Support;
using AiOs.Testing.Mail;
using AiOs.Testing.Stores;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Email.Imap;

/// <summary>What goes wrong on the way: nothing is lost, nothing comes twice, and nothing holds up what is behind it.</summary>
public sealed class ImapFaultTests
{
    private readonly KnowingInbox _inbox = new();
    private readonly InMemoryCursors _cursors = new();

    private static CancellationToken End => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ConnectionCutAgainAndAgain_TakesEachMailOnce()
    {
        await using var dovecot = await Dovecot.StartAsync();
        // Too little for one batch: only what was durable before each cut brings it on.
        await using var proxy = new CuttingProxy(dovecot.Port) { CutAfter = 14_000 };
        Deliver(dovecot.House, 1, 60);
        await using var run = MailboxRun.Start(proxy.Port, _inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 60);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"60 mails over {proxy.Connections} connections, {_inbox.Repeats} came again"));
        Assert.True(proxy.Connections >= 3, "nothing was cut");
        Assert.Equal(Subjects(1, 60), _inbox.Subjects);
        Assert.Empty(_inbox.Refused);
    }

    [Fact]
    public async Task Run_CutWhileItWaits_ComesBack()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var proxy = new CuttingProxy(dovecot.Port);
        await using var run = MailboxRun.Start(proxy.Port, _inbox, _cursors);
        for (var round = 1; round <= 3; round++)
        {
            var (seen, connections) = (round, proxy.Connections);
            await UntilAsync(run, () => proxy.Connections > connections || _inbox.Subjects.Count == seen - 1);
            proxy.CutAll();
            Deliver(dovecot.House, round, round);
            await UntilAsync(run, () => _inbox.Subjects.Count == seen);
        }

        Assert.Equal(Subjects(1, 3), _inbox.Subjects);
        Assert.True(proxy.Connections >= 3, "nothing was cut");
    }

    [Fact]
    public async Task Run_ServerRestarts_TakesWhatCameMeanwhile()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        Deliver(dovecot.House, 1, 3);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 3);
        await dovecot.KillAsync();
        Deliver(dovecot.House, 4, 6);
        await UntilAsync(run, () => run.Log.Warnings.Count > 0);
        await dovecot.StartAgainAsync();
        await UntilAsync(run, () => dovecot.House.ReadIn() == 6);
        Assert.Equal(Subjects(1, 6), _inbox.Subjects);
    }

    [Fact]
    public async Task Run_NumbersVoid_ReadsAnewAndTakesNothingTwice()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 30);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 30);
        await dovecot.KillAsync();
        dovecot.House.ForgetNumbers();
        Deliver(dovecot.House, 31, 33);
        await dovecot.StartAgainAsync();
        await UntilAsync(run, () => dovecot.House.ReadIn() == 33);
        Assert.Equal(Subjects(1, 33), _inbox.Subjects);
        // The control: all of it was read again, and the inbox knew it.
        Assert.True(_inbox.Repeats >= 30, $"only {_inbox.Repeats} came again");
    }

    [Fact]
    public async Task Run_StoreAway_MarksNothingAndTriesAgain()
    {
        await using var dovecot = await Dovecot.StartAsync();
        _inbox.Broken = true;
        Deliver(dovecot.House, 1, 3);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => run.Log.Warnings.Count > 0);
        Assert.Equal(0, dovecot.House.ReadIn());
        _inbox.Broken = false;
        await UntilAsync(run, () => dovecot.House.ReadIn() == 3);
        Assert.Equal(Subjects(1, 3), _inbox.Subjects);
        Assert.Contains("could not be stored", Assert.Single(run.Log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MailsThatAreNone_AreRefusedLeftUnreadAndPassed()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.House.Deliver(Encoding.ASCII.GetBytes("hello there"));
        dovecot.House.Deliver(Mails.Plain(new string('x', 26 * 1024 * 1024), "Huge"));
        Deliver(dovecot.House, 1, 1);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 1);
        Assert.Equal(["not-mail", "too-large"], _inbox.Refused);
        Assert.Equal(Subjects(1, 1), _inbox.Subjects);
        Assert.Equal(3, dovecot.House.FilesOf().Count);
    }

    [Fact]
    public async Task Run_MailThatBreaksTheIntake_IsGivenUpAndTheNextTaken()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 3);
        _inbox.Before = static message => message.Content.Subject == "Mail 2" ? throw new InvalidOperationException("A bug.") : Task.CompletedTask;
        var time = new FakeTimeProvider();
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors, time: time);
        await Until.TrueAsync(() => dovecot.House.ReadIn() == 2, () => run.Log.All, () => time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(["Mail 1", "Mail 3"], _inbox.Subjects);
        Assert.Equal(["untakeable"], _inbox.Refused);
        Assert.Contains(run.Log.Warnings, static line => line.Contains("could not be taken after several tries", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MailsExpungedMeanwhile_ArePassed()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 5);
        _inbox.Before = message => message.Content.Subject == "Mail 1" ? ExpungeAsync(dovecot.Port, 1, 2) : Task.CompletedTask;
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 3);
        Assert.Equal(["Mail 1", "Mail 4", "Mail 5"], _inbox.Subjects);
        Assert.Empty(_inbox.Refused);
    }

    [Fact]
    public async Task Run_WrongPassword_IsSaidOnceAndTriedSeldom()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var proxy = new CuttingProxy(dovecot.Port);
        var time = new FakeTimeProvider();
        var started = time.GetUtcNow();
        await using var run = MailboxRun.Start(proxy.Port, _inbox, _cursors, static imap => imap.Password = "geheim", time: time);
        await UntilAsync(run, () => run.Log.Warnings.Count > 0);
        await Until.TrueAsync(() => time.GetUtcNow() - started >= TimeSpan.FromMinutes(14), () => run.Log.All, () => time.Advance(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, proxy.Connections);
        await Until.TrueAsync(() => proxy.Connections == 2, () => run.Log.All, () => time.Advance(TimeSpan.FromMinutes(1)));
        Assert.True(time.GetUtcNow() - started >= TimeSpan.FromMinutes(15));
        var said = Assert.Single(run.Log.Warnings);
        Assert.Contains("Email:Imap:Password", said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", run.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ServerWithoutTls_IsNotGivenThePassword()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 1);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors, static imap => imap.Security = AiOs.Connectors.Email.SmtpSecurity.StartTls);
        await UntilAsync(run, () => run.Log.Warnings.Count > 0);
        Assert.Contains("Email:Imap:Security", run.Log.Warnings[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Login", dovecot.Said, StringComparison.Ordinal);
        Assert.Empty(_inbox.Subjects);
    }

    [Fact]
    public async Task Run_TwoAtOnce_LoseNothingAndTakeNothingTwice()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 60);
        await using var one = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await using var other = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(one, () => dovecot.House.ReadIn() == 60);
        Deliver(dovecot.House, 61, 63);
        await UntilAsync(other, () => dovecot.House.ReadIn() == 63);
        Assert.Equal(Subjects(1, 63).Order(StringComparer.Ordinal), _inbox.Subjects.Order(StringComparer.Ordinal));
    }

    private static async Task ExpungeAsync(int port, params int[] indexes)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, End);
        await client.AuthenticateAsync(MailHouse.Person, MailHouse.Password, End);
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite, End);
        await client.Inbox.AddFlagsAsync(indexes, MessageFlags.Deleted, silent: true, End);
        await client.Inbox.ExpungeAsync(End);
    }

    private static void Deliver(MailHouse house, int first, int last)
    {
        for (var number = first; number <= last; number++) house.Deliver(Mails.Plain($"body {number}", $"Mail {number}"));
    }

    private static IEnumerable<string> Subjects(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static number => $"Mail {number}");

    private Task UntilAsync(MailboxRun run, Func<bool> isSo) => Until.TrueAsync(isSo, () => $"{string.Join(", ", _inbox.Subjects)}\n{run.Log.All}");
}

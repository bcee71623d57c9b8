using System.Globalization;
using AiOs.Connectors.Email.Imap;
using AiOs.Connectors.Tests.Support;
using AiOs.Testing.Kernel;
using AiOs.Testing.Mail;
using AiOs.Testing.Stores;

namespace AiOs.Connectors.Tests.Email.Imap;

/// <summary>What comes in over a real server, and in which order and state it is left there.</summary>
public sealed class ImapWatcherTests
{
    private const int Many = 1000;

    private readonly KnowingInbox _inbox = new();
    private readonly InMemoryCursors _cursors = new();

    [Fact]
    public async Task Run_MailsWaiting_AreTakenInOrderAndMarkedRead()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 5);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == 5);
        Assert.Equal(Subjects(1, 5), _inbox.Subjects);
        Assert.Empty(run.Log.Warnings);
    }

    [Fact]
    public async Task Run_ThousandWaiting_MakeThousandWorkItemsInOrder()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, Many);
        await using var kernel = await KernelHarness.StartAsync();
        var inbox = new KnowingInbox(kernel.Process.Inbox);
        var started = TimeProvider.System.GetTimestamp();
        await using var run = MailboxRun.Start(dovecot.Port, inbox, _cursors);
        await UntilAsync(run, () => dovecot.House.ReadIn() == Many);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many} waiting mails were at their gates after {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s"));
        Assert.Equal(Subjects(1, Many), inbox.Subjects);
        Assert.Equal(0, inbox.Repeats);
        Assert.Equal(Many, await WorkItemsAsync(kernel));
    }

    [Fact]
    public async Task Run_NewMail_ComesWithoutAsking()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(run, () => run.Log.All.Contains("is watched", StringComparison.Ordinal));
        var started = TimeProvider.System.GetTimestamp();
        Deliver(dovecot.House, 1, 1);
        await UntilAsync(run, () => _inbox.Subjects.Count == 1);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a mail came {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.00} s after its delivery"));
    }

    [Fact]
    public async Task Run_ServerWithoutIdle_IsAsked()
    {
        await using var dovecot = await Dovecot.StartAsync(lacks: "IDLE");
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors, pace: new ImapPace { Poll = TimeSpan.FromMilliseconds(100) });
        await UntilAsync(run, () => run.Log.All.Contains("is watched", StringComparison.Ordinal));
        Deliver(dovecot.House, 1, 2);
        await UntilAsync(run, () => _inbox.Subjects.Count == 2);
    }

    [Fact]
    public async Task Run_IdleRenewed_StaysOnOneConnection()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var proxy = new CuttingProxy(dovecot.Port);
        var cursors = new CountedCursors();
        await using var run = MailboxRun.Start(proxy.Port, _inbox, cursors, pace: new ImapPace { Renewal = TimeSpan.FromMilliseconds(100) });
        await UntilAsync(run, () => cursors.Looks >= 6);
        Deliver(dovecot.House, 1, 1);
        await UntilAsync(run, () => _inbox.Subjects.Count == 1);
        Assert.Equal(1, proxy.Connections);
    }

    [Fact]
    public async Task Run_MailsReadBeforeFirstSight_AreLeftAndLaterOnesTaken()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await dovecot.KillAsync();
        Deliver(dovecot.House, 1, 3);
        dovecot.House.ReadAll();
        // IMAP knows when a mail arrived to the second: those before the first sight must be older than that.
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        Deliver(dovecot.House, 4, 5);
        await dovecot.StartAgainAsync();
        await using (var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors)) await UntilAsync(run, () => _inbox.Subjects.Count == 2);
        await dovecot.KillAsync();
        // Somebody reads them before this program does.
        Deliver(dovecot.House, 6, 7);
        dovecot.House.ReadAll();
        await dovecot.StartAgainAsync();
        await using var again = MailboxRun.Start(dovecot.Port, _inbox, _cursors);
        await UntilAsync(again, () => _inbox.Subjects.Count == 4);
        Assert.Equal(Subjects(4, 7), _inbox.Subjects);
    }

    [Fact]
    public async Task Run_Move_PutsThemIntoAFolderItMakes()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Deliver(dovecot.House, 1, 25);
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors, static imap => (imap.After, imap.MoveTo) = (AfterTaking.Move, "Taken"));
        await UntilAsync(run, () => _inbox.Subjects.Count == 25 && dovecot.House.FilesOf().Count == 0 && dovecot.House.FilesOf(folder: "Taken").Count == 25);
        Assert.Equal(Subjects(1, 25), _inbox.Subjects);
    }

    [Fact]
    public async Task Run_MoreFolders_AreAllWatched()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.House.AddFolder(MailHouse.Person, "Leads");
        await using var run = MailboxRun.Start(dovecot.Port, _inbox, _cursors, static imap => imap.MoreFolders.Add("Leads"));
        await UntilAsync(run, () => run.Log.All.Contains("Leads", StringComparison.Ordinal) && run.Log.All.Contains("INBOX", StringComparison.Ordinal));
        Deliver(dovecot.House, 1, 1);
        dovecot.House.Deliver(Mails.Plain("body 2", "Mail 2"), folder: "Leads");
        await UntilAsync(run, () => _inbox.Subjects.Count == 2 && dovecot.House.ReadIn() == 1 && dovecot.House.ReadIn(folder: "Leads") == 1);
    }

    private static void Deliver(MailHouse house, int first, int last)
    {
        for (var number = first; number <= last; number++) house.Deliver(Mails.Plain($"body {number}", $"Mail {number}"));
    }

    private static IEnumerable<string> Subjects(int first, int last) => Enumerable.Range(first, last - first + 1).Select(static number => $"Mail {number}");

    private static async Task<int> WorkItemsAsync(KernelHarness kernel)
    {
        var found = new HashSet<Contracts.Ids.WorkItemId>();
        while (await kernel.Desk.RecentAsync(100, found.Count == 0 ? null : found.Last(), openOnly: false, TestContext.Current.CancellationToken) is { Count: > 0 } page)
        {
            foreach (var item in page) Assert.True(found.Add(item.Id));
        }

        return found.Count;
    }

    private Task UntilAsync(MailboxRun run, Func<bool> isSo) => Until.TrueAsync(isSo, () => $"{string.Join(", ", _inbox.Subjects)}\n{run.Log.All}");
}

using AiOs.Connectors.Email;
using AiOs.Connectors.Email.DropFolder;
using AiOs.Connectors.Email.Reading;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiOs.Connectors.Tests.Email.DropFolder;

public sealed class DropFolderWatcherTests
{
    private readonly FakeInbox _inbox = new();

    [Fact]
    public async Task Look_MailThatStoppedGrowing_IsTakenAndMoved()
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        await File.WriteAllBytesAsync(folder.At("a.eml"), Mails.Plain("body", "Hello"), TestContext.Current.CancellationToken);
        Assert.True(await LookAsync(watcher));
        Assert.Empty(_inbox.Messages);
        Assert.False(await LookAsync(watcher));
        var message = Assert.Single(_inbox.Messages);
        Assert.Equal((ChannelName.Mail, Authority.External), (message.Channel, message.Authority));
        Assert.Equal(Mails.Plain("body", "Hello"), message.Raw.ToArray());
        Assert.True(File.Exists(folder.At("done", "a.eml")));
        Assert.False(File.Exists(folder.At("a.eml")));
    }

    [Fact]
    public async Task Look_MailThatStillGrows_Waits()
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        var mail = Mails.Plain("body", "Hello");
        for (var part = 1; part <= 4; part++)
        {
            await File.WriteAllBytesAsync(folder.At("a.eml"), mail[..(mail.Length * part / 4)], TestContext.Current.CancellationToken);
            Assert.True(await LookAsync(watcher));
        }

        Assert.Empty(_inbox.Messages);
        await LookAsync(watcher);
        Assert.Single(_inbox.Messages);
    }

    [Fact]
    public async Task Look_SameNameAgain_KeepsBoth()
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        foreach (var body in new[] { "one", "two", "three" })
        {
            await File.WriteAllBytesAsync(folder.At("a.eml"), Mails.Plain(body, "Hello"), TestContext.Current.CancellationToken);
            await LookAsync(watcher);
            await LookAsync(watcher);
        }

        Assert.Equal(["a (2).eml", "a (3).eml", "a.eml"], Directory.GetFiles(folder.At("done")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "not-mail")]
    public async Task Look_Unreadable_IsPutAsideWithTheReason(string text, string code)
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        await File.WriteAllTextAsync(folder.At("a.txt"), text, TestContext.Current.CancellationToken);
        for (var look = 0; look < 6; look++) await LookAsync(watcher);
        Assert.Equal(code, Assert.Single(_inbox.Refusals).Code);
        Assert.Equal(text, await File.ReadAllTextAsync(folder.At("refused", "a.txt"), TestContext.Current.CancellationToken));
        Assert.EndsWith(".\n", await File.ReadAllTextAsync(folder.At("refused", "a.txt.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_TooLarge_IsReadOnlySoFar()
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        await using (var file = File.Create(folder.At("big.eml"))) file.SetLength(60L * 1024 * 1024);
        await LookAsync(watcher);
        await LookAsync(watcher);
        Assert.Equal("too-large", Assert.Single(_inbox.Refusals).Code);
    }

    [Fact]
    public async Task Look_StoreCannotTakeIt_LeavesItAndTriesAgain()
    {
        using var folder = new TempFolder();
        var watcher = Watcher(folder);
        await File.WriteAllBytesAsync(folder.At("a.eml"), Mails.Plain("body", "Hello"), TestContext.Current.CancellationToken);
        _inbox.Broken = true;
        for (var look = 0; look < 3; look++) await LookAsync(watcher);
        Assert.True(File.Exists(folder.At("a.eml")));
        _inbox.Broken = false;
        await LookAsync(watcher);
        Assert.Single(_inbox.Messages);
        Assert.True(File.Exists(folder.At("done", "a.eml")));
    }

    [Fact]
    public async Task Look_HiddenFilesLinksAndFolders_AreLeft()
    {
        using var folder = new TempFolder();
        using var elsewhere = new TempFolder();
        await File.WriteAllBytesAsync(elsewhere.At("secret.eml"), Mails.Plain("secret", "Hello"), TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(folder.At("link.eml"), elsewhere.At("secret.eml"));
        await File.WriteAllBytesAsync(folder.At(".part.eml"), Mails.Plain("body", "Hello"), TestContext.Current.CancellationToken);
        Directory.CreateDirectory(folder.At("folder.eml"));
        var watcher = Watcher(folder);
        for (var look = 0; look < 6; look++) await LookAsync(watcher);
        Assert.Empty(_inbox.Messages);
        Assert.Empty(_inbox.Refusals);
    }

    [Fact]
    public async Task Look_FolderCannotBeMade_GoesOn()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.At("inbox"), "a file", TestContext.Current.CancellationToken);
        var watcher = new DropFolderWatcher(Places(folder.At("inbox")), Intake(), TimeProvider.System, NullLogger<DropFolderWatcher>.Instance);
        Assert.False(await LookAsync(watcher));
        File.Delete(folder.At("inbox"));
        await LookAsync(watcher);
        await File.WriteAllBytesAsync(folder.At("inbox", "a.eml"), Mails.Plain("body", "Hello"), TestContext.Current.CancellationToken);
        await LookAsync(watcher);
        await LookAsync(watcher);
        Assert.Single(_inbox.Messages);
    }

    [Fact]
    public async Task Run_DroppedFile_IsTakenSoon()
    {
        using var folder = new TempFolder();
        using var end = new CancellationTokenSource();
        var running = Watcher(folder).RunAsync(end.Token);
        await File.WriteAllBytesAsync(folder.At("a.eml"), Mails.Plain("body", "Hello"), TestContext.Current.CancellationToken);
        await _inbox.Came.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await end.CancelAsync();
        await running;
    }

    private static Task<bool> LookAsync(DropFolderWatcher watcher) => watcher.LookAsync(TestContext.Current.CancellationToken);

    private DropFolderWatcher Watcher(TempFolder folder) => new(Places(folder.Path), Intake(), TimeProvider.System, NullLogger<DropFolderWatcher>.Instance);

    private MailIntake Intake() => new(new MailReader(), _inbox);

    private static EmailPlaces Places(string inbox) => new("/nowhere", "data/outbox", inbox, null);
}

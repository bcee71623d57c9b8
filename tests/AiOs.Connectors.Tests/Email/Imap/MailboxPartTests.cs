using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Checks;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Ports;
using AiOs.Testing.Mail;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Tests.Email.Imap;

public sealed class MailboxPartTests
{
    [Fact]
    public async Task Check_NothingConfigured_SaysSo() =>
        Assert.Equal(new PartHealth(Ok: true, "It is off: Email:Imap:Host is not set."), await CheckAsync(new EmailOptions()));

    [Fact]
    public async Task Check_ServerThatWorks_CountsTheMailsAndReadsNone()
    {
        await using var dovecot = await Dovecot.StartAsync();
        for (var number = 0; number < 3; number++) dovecot.House.Deliver(Mails.Plain($"body {number}", "Hello"));
        var options = MailboxRun.Options(dovecot.Port);
        options.Imap.MoreFolders.Add("Sent");
        var health = await CheckAsync(options);
        Assert.Equal(new PartHealth(Ok: true, $"127.0.0.1:{dovecot.Port} has 3 mails in INBOX and 0 mails in Sent and tells of new ones."), health);
        Assert.Equal(0, dovecot.House.ReadIn());
    }

    [Fact]
    public async Task Check_WrongPassword_NamesTheKeysAndNotThePassword()
    {
        await using var dovecot = await Dovecot.StartAsync();
        var options = MailboxRun.Options(dovecot.Port);
        options.Imap.Password = "geheim";
        var health = await CheckAsync(options);
        Assert.False(health.Ok);
        Assert.Contains("Email:Imap:Password", health.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", health.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FolderThatIsNotThere_NamesIt()
    {
        await using var dovecot = await Dovecot.StartAsync();
        var options = MailboxRun.Options(dovecot.Port);
        options.Imap.MoreFolders.Add("Leads");
        var health = await CheckAsync(options);
        Assert.False(health.Ok);
        Assert.Contains("no folder Leads; check Email:Imap:Folder", health.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NobodyListens_SaysWhere()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await dovecot.KillAsync();
        var health = await CheckAsync(MailboxRun.Options(dovecot.Port));
        Assert.False(health.Ok);
        Assert.Contains("cannot be reached", health.Sentence, StringComparison.Ordinal);
    }

    private static Task<PartHealth> CheckAsync(EmailOptions options) =>
        new MailboxPart(Options.Create(options), TimeProvider.System).CheckAsync(TestContext.Current.CancellationToken);
}

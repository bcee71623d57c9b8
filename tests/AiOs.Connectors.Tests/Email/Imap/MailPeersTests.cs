using AiOs.Connectors.Tests.Support;
using AiOs.Testing.Mail;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AiOs.Connectors.Tests.Email.Imap;

/// <summary>The servers that the other tests stand on.</summary>
public sealed class MailPeersTests
{
    private static CancellationToken End => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exim_MailOverSmtp_LiesInTheMailboxOfDovecot()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var exim = await Exim.StartAsync(dovecot.House);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", exim.Port, SecureSocketOptions.None, End);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Mails.Plain("body", "Hello")), End);
        await smtp.SendAsync(mail, new MailboxAddress("You", "you@studio.example"), [new MailboxAddress("Desk", "desk@studio.example")], End);
        using var imap = new ImapClient();
        await imap.ConnectAsync("127.0.0.1", dovecot.Port, SecureSocketOptions.None, End);
        await imap.AuthenticateAsync(MailHouse.Person, MailHouse.Password, End);

        var inbox = await imap.Inbox!.OpenAsync(MailKit.FolderAccess.ReadOnly, End);
        var started = TimeProvider.System.GetTimestamp();
        while (imap.Inbox.Count == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(60), dovecot.Said);
            await imap.NoOpAsync(End);
        }

        Assert.Equal(MailKit.FolderAccess.ReadOnly, inbox);
        using var found = await imap.Inbox.GetMessageAsync(0, End);
        Assert.Equal("outer-1@studio.example", found.MessageId);
        Assert.NotNull(imap.GetFolder(MailKit.SpecialFolder.Sent));
    }

    [Theory]
    [InlineData("unknown@studio.example", 550)]
    [InlineData("busy@studio.example", 451)]
    public async Task Exim_RecipientsToRefuse_AreRefusedWithTheirCode(string recipient, int code)
    {
        using var house = new MailHouse();
        await using var exim = await Exim.StartAsync(house);
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync("127.0.0.1", exim.Port, SecureSocketOptions.None, End);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Mails.Plain("body", "Hello")), End);

        var fault = await Assert.ThrowsAsync<SmtpCommandException>(() => smtp.SendAsync(mail, new MailboxAddress("You", "you@studio.example"), [new MailboxAddress("Her", recipient)], End));

        Assert.Equal(code, (int)fault.StatusCode);
    }
}

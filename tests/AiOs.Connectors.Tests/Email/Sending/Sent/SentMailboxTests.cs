using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Imap;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using AiOs.Testing.Mail;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Tests.Email.Sending.Sent;

/// <summary>Our copy of what was sent, and what the Sent folder proves, against real dovecot and real exim.</summary>
public sealed class SentMailboxTests
{
    private const string MailId = "01980000000070008000000000000001@studio.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_OverRealServers_ArrivesAndLeavesOneReadCopyInSent()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var exim = await Exim.StartAsync(dovecot.House);
        var done = Assert.IsType<EffectResult.Done>(await SendAsync(Options(exim.Port, dovecot.Port)));
        Assert.Equal("Sent through 127.0.0.1. A copy is in the folder Sent.", done.Sentence);
        var copy = Assert.Single(dovecot.House.FilesOf(folder: "Sent"));
        Assert.EndsWith("S", copy, StringComparison.Ordinal);
        using var kept = await MimeMessage.LoadAsync(copy, Token);
        Assert.Equal((MailId, Effects.Arguments().Subject), (kept.MessageId, kept.Subject));
        Assert.Equal(2, (await ArrivedAsync(dovecot.House, 2)).Count);
    }

    [Theory]
    [InlineData("unknown@studio.example", false)]
    [InlineData("busy@studio.example", true)]
    public async Task Send_RefusedByARealServer_LeavesNoCopy(string recipient, bool mayRetry)
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var exim = await Exim.StartAsync(dovecot.House);
        var failed = Assert.IsType<EffectResult.Failed>(await SendAsync(Options(exim.Port, dovecot.Port), recipient));
        Assert.Equal(mayRetry, failed.MayRetry);
        Assert.Contains(recipient, failed.Sentence, StringComparison.Ordinal);
        Assert.Empty(CopiesIn(dovecot.House));
        Assert.Empty(dovecot.House.FilesOf(Exim.Everybody));
    }

    [Fact]
    public async Task Send_MailboxIsAway_IsSentAllTheSameAndSaysSo()
    {
        var house = new MailHouse();
        await using var smtp = new ScriptedSmtpServer();
        await using (var dovecot = await Dovecot.StartAsync(house))
        {
            var options = Options(smtp.Port, dovecot.Port);
            await dovecot.KillAsync();
            var done = Assert.IsType<EffectResult.Done>(await SendAsync(options));
            Assert.StartsWith("Sent through 127.0.0.1. No copy was kept: 127.0.0.1 cannot be reached", done.Sentence, StringComparison.Ordinal);
        }

        Assert.Single(smtp.Mails);
        house.Dispose();
    }

    [Theory]
    [InlineData("wrong", null, "does not accept the user and password")]
    [InlineData(MailHouse.Password, "Nowhere", "has no folder Nowhere")]
    public async Task Send_MailboxThatRefuses_SaysWhy(string password, string? folder, string said)
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var smtp = new ScriptedSmtpServer();
        var options = Options(smtp.Port, dovecot.Port);
        (options.Value.Imap.Password, options.Value.Imap.SentFolder) = (password, folder);
        Assert.Contains(said, Assert.IsType<EffectResult.Done>(await SendAsync(options)).Sentence, StringComparison.Ordinal);
        Assert.Single(smtp.Mails);
    }

    [Fact]
    public async Task Send_FolderOfOnesOwn_HasTheCopy()
    {
        using var house = new MailHouse();
        house.AddFolder(MailHouse.Person, "Ausgang");
        await using var dovecot = await Dovecot.StartAsync(house);
        await using var smtp = new ScriptedSmtpServer();
        var options = Options(smtp.Port, dovecot.Port);
        options.Value.Imap.SentFolder = "Ausgang";
        await SendAsync(options);
        Assert.Single(house.FilesOf(folder: "Ausgang"));
        Assert.Empty(CopiesIn(house));
    }

    [Fact]
    public async Task Send_ServerThatFilesSentItself_GetsNoCopyOfOurs()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var smtp = new ScriptedSmtpServer();
        Assert.Equal("Sent through 127.0.0.1.", Assert.IsType<EffectResult.Done>(await SendAsync(Options(smtp.Port, dovecot.Port, serverFiles: true))).Sentence);
        Assert.Empty(CopiesIn(dovecot.House));
    }

    [Fact]
    public async Task LookUp_ServerFilesSent_FindsExactlyTheMail()
    {
        using var house = new MailHouse();
        house.AddFolder(MailHouse.Person, "Sent");
        await using var dovecot = await Dovecot.StartAsync(house);
        var options = Options(1, dovecot.Port, serverFiles: true);
        house.Deliver(Mail("x" + MailId), folder: "Sent");
        Assert.IsType<EffectLookUp.NotFound>(await LookUpAsync(options));
        house.Deliver(Mail(MailId), folder: "Sent");
        Assert.Equal(MailId, Assert.IsType<EffectLookUp.Found>(await LookUpAsync(options)).Reference);
    }

    [Fact]
    public async Task LookUp_OurOwnCopies_ProveNothing()
    {
        using var house = new MailHouse();
        house.AddFolder(MailHouse.Person, "Sent");
        await using var dovecot = await Dovecot.StartAsync(house);
        house.Deliver(Mail(MailId), folder: "Sent");
        Assert.IsType<EffectLookUp.CannotTell>(await LookUpAsync(Options(1, dovecot.Port)));
    }

    [Fact]
    public async Task LookUp_MailboxIsAway_CannotTell()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await dovecot.KillAsync();
        Assert.IsType<EffectLookUp.CannotTell>(await LookUpAsync(Options(1, dovecot.Port, serverFiles: true)));
        var none = Options(1, 1, serverFiles: true);
        none.Value.Imap.Host = null;
        Assert.IsType<EffectLookUp.CannotTell>(await LookUpAsync(none));
    }

    private static byte[] Mail(string id) => System.Text.Encoding.ASCII.GetBytes($"From: a@b.example\r\nTo: c@d.example\r\nSubject: s\r\nMessage-ID: <{id}>\r\nDate: Tue, 03 Mar 2026 09:30:15 +0000\r\n\r\nhello\r\n");

    private static IReadOnlyList<string> CopiesIn(MailHouse house) => Directory.Exists(Path.Combine(house.MaildirOf(folder: "Sent"), "cur")) ? house.FilesOf(folder: "Sent") : [];

    /// <summary>A server delivers after it has said yes.</summary>
    private static async Task<IReadOnlyList<string>> ArrivedAsync(MailHouse house, int count)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (house.FilesOf(Exim.Everybody).Count < count && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        return house.FilesOf(Exim.Everybody);
    }

    private static Task<EffectResult> SendAsync(IOptions<EmailOptions> options, string? recipient = null)
    {
        var arguments = recipient is null ? Effects.Arguments() : Effects.Arguments() with { To = [new Contracts.Messages.Mailbox(null, recipient)], Copy = [] };
        return Connector(options).PerformAsync(Effects.Permit(arguments, TimeProvider.System.GetUtcNow().AddMinutes(2)), Token);
    }

    private static Task<EffectLookUp> LookUpAsync(IOptions<EmailOptions> options) => Connector(options).LookUpAsync(Effects.Send(Effects.Arguments()), "key", Token);

    private static EmailSend Connector(IOptions<EmailOptions> options) => new(
        new MailComposer(options, new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null)),
        new SmtpTransport(options, new SentMailbox(options, TimeProvider.System), TimeProvider.System),
        new AttachedFiles(new FakeFiles()));

    private static IOptions<EmailOptions> Options(int smtp, int imap, bool serverFiles = false) => Microsoft.Extensions.Options.Options.Create(new EmailOptions
    {
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = smtp, Security = SmtpSecurity.None, From = "olga@studio.example", ServerFilesSent = serverFiles },
        Imap = new ImapOptions { Host = "127.0.0.1", Port = imap, Security = SmtpSecurity.None, User = MailHouse.Person, Password = MailHouse.Password },
    });
}

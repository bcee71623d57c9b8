using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Authentication;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Post;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ports;
using AiOs.Testing.Doubles;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Tests.Email.Sending.Post;

public sealed class OperatorPostTests
{
    private static readonly ChatNote Note = new(
        "Sun 22 Nov: 1 thing waits",
        [new CardBlock.Text("Waiting for you: 1 decision"), new CardBlock.Facts([new Fact("out", "12.50 EUR")]), new CardBlock.Quote("anna@weber.example", "Zu <teuer>\nGruß"), new CardBlock.Image("Money out: 12.50 EUR", new byte[] { 137, 80, 78, 71 })])
    { Buttons = [] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Say_ServerTakesIt_ReachesTheOperatorAlone()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.IsType<SendOutcome.Sent>(await Post(server.Port).SayAsync(Note, Token));

        Assert.Equal(["RCPT TO:<olga@home.example>"], server.Commands.Where(static command => command.StartsWith("RCPT", StringComparison.Ordinal)));
        var mail = Read(Assert.Single(server.Mails));
        Assert.Equal("Sun 22 Nov: 1 thing waits", mail.Subject);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(
            "Waiting for you: 1 decision\n\nout: 12.50 EUR\n\nanna@weber.example:\n> Zu <teuer>\n> Gruß\n\nMoney out: 12.50 EUR\n\n-- \nDecide in your chat or on the page. An answer to this mail decides nothing.\n",
            mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Contains("Zu &lt;teuer&gt;", mail.HtmlBody, StringComparison.Ordinal);
        var image = Assert.Single(mail.BodyParts.OfType<MimePart>(), static part => part.ContentType.IsMimeType("image", "png"));
        Assert.Equal("chart-1.png", image.FileName);
        Assert.True(OwnMail.IsOne(mail, "olga@studio.example"));
    }

    [Theory]
    [InlineData("RCPT", "451 later", "late")]
    [InlineData("connect", ScriptedSmtpServer.Cut, "late")]
    [InlineData("RCPT", "550 nobody", "refused")]
    [InlineData("content", ScriptedSmtpServer.Cut, "unknown")]
    public async Task Say_ServerDoesNotTakeIt_IsSaidAsItIs(string command, string reply, string outcome)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        var saying = Post(server.Port).SayAsync(Note, Token);
        if (outcome == "late")
        {
            Assert.True((await Assert.ThrowsAsync<AiOsException>(() => saying)).IsTransient);
            return;
        }

        Assert.Equal(outcome == "refused" ? typeof(SendOutcome.Refused) : typeof(SendOutcome.Unknown), (await saying).GetType());
    }

    [Fact]
    public async Task Say_NoServer_LiesInTheOutbox()
    {
        var folder = Directory.CreateTempSubdirectory("aios-post-");
        try
        {
            await Post(port: null, folder.FullName).SayAsync(Note, Token);
            Assert.Equal("olga@home.example", Assert.Single(Read(await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName, Token)).To.Mailboxes).Address);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)), Token);

    private static OperatorPost Post(int? port, string outbox = "/nowhere")
    {
        var options = Options.Create(new EmailOptions
        {
            Smtp = port is { } at ? new SmtpOptions { Host = "127.0.0.1", Port = at, Security = SmtpSecurity.None, From = "Olga Operator <olga@studio.example>" } : new SmtpOptions(),
        });
        var places = new EmailPlaces(outbox, "data/outbox", "/nowhere", "olga@home.example");
        return new OperatorPost(options, new MailComposer(options, places), new OutboxWriter(places), places, new IdSource(TimeProvider.System, new SeededEntropy(1)), TimeProvider.System);
    }
}

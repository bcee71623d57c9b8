using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Proposals;
using Microsoft.Extensions.Options;
using MimeKit;

namespace AiOs.Connectors.Tests.Email.Sending.Letters;

/// <summary>A mail goes out with exactly the files that were approved, or not at all.</summary>
public sealed class MailPartsTests
{
    private static readonly byte[] Offer = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];

    private readonly FakeFiles _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Compose_Letter_HasTheSameWordsPlainAndInHtml()
    {
        using var mail = Read(Compose(Effects.Arguments(), []));
        var both = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], both.Select(part => part.ContentType.MimeType));
        Assert.All(both, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Equal(HtmlLetter.Of(Effects.Arguments().Text), mail.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.Equal(Effects.Arguments().Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public void Compose_TextWithTheBorderOfAnotherMail_IsNotCutThere()
    {
        using var first = Read(Compose(Effects.Arguments(), []));
        var border = ((Multipart)first.Body!).Boundary!;
        using var second = Read(Compose(Effects.Arguments() with { Text = $"--{border}\nContent-Type: text/html\n\nhidden\n--{border}--" }, []));
        Assert.NotEqual(border, ((Multipart)second.Body!).Boundary);
        Assert.Equal(2, ((Multipart)second.Body).Count);
        Assert.Contains("hidden", second.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithFiles_CarriesExactlyTheirBytesTwiceTheSame()
    {
        await using var server = new ScriptedSmtpServer();
        var arguments = Effects.Arguments() with { Attachments = [_files.Keep("Angebot März.pdf", Offer), _files.Keep("plan.csv", "a;b\n"u8.ToArray(), "text/csv")] };
        Assert.IsType<EffectResult.Done>(await SendAsync(server, arguments));
        Assert.IsType<EffectResult.Done>(await SendAsync(server, arguments));
        Assert.Equal(server.Mails[0], server.Mails[1]);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Mails[0])), Token);
        var sent = mail.Attachments.OfType<MimePart>().ToArray();
        Assert.Equal(["Angebot März.pdf", "plan.csv"], sent.Select(part => part.FileName));
        Assert.Equal(["application/pdf", "text/csv"], sent.Select(part => part.ContentType.MimeType));
        Assert.Equal(Offer, BytesOf(sent[0]));
        Assert.Equal("a;b\n"u8.ToArray(), BytesOf(sent[1]));
        Assert.Equal(Effects.Arguments().Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Theory]
    [InlineData("changed", "is not the one that you approved")]
    [InlineData("longer", "is not the one that you approved")]
    [InlineData("forgotten", "is not kept any more")]
    public async Task Send_FileThatIsNotTheApprovedOne_SendsNothingAndSaysWhich(string what, string said)
    {
        await using var server = new ScriptedSmtpServer();
        var file = _files.Keep("offer.pdf", Offer);
        if (what == "forgotten") _files.Forget(file);
        else _files.Change(file, what == "longer" ? [.. Offer, 1] : [.. Offer.Skip(1), 9]);
        var failed = Assert.IsType<EffectResult.Failed>(await SendAsync(server, Effects.Arguments() with { Attachments = [_files.Keep("first.pdf", [1]), file] }));
        Assert.Equal((false, 0), (failed.MayRetry, server.Connections));
        Assert.Contains($"offer.pdf {said}", failed.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Preview_WithFiles_ShowsNameSizeTypeAndDigest()
    {
        var file = _files.Keep("offer.pdf", Offer);
        var rows = Assert.IsType<CardBlock.Facts>(Preview(Effects.Arguments() with { Attachments = [file] }).Blocks[0]).Rows;
        Assert.Equal(new Fact("File", $"offer.pdf (4.9 KB, application/pdf, SHA-256 {file.Sha256.Hex[..16]}…)"), rows[^1]);
    }

    [Theory]
    [InlineData("../x.pdf", "application/pdf", 5, "is not a usable file name")]
    [InlineData("a\u202ex.pdf", "application/pdf", 5, "is not a usable file name")]
    [InlineData("a\r\nb.pdf", "application/pdf", 5, "is not a usable file name")]
    [InlineData(".hidden", "application/pdf", 5, "is not a usable file name")]
    [InlineData("", "application/pdf", 5, "is not a usable file name")]
    [InlineData("a.pdf", "application/pdf\r\nX: y", 5, "media type")]
    [InlineData("a.pdf", "application/pdf; name=b.exe", 5, "media type")]
    [InlineData("a.eml", "message/rfc822", 5, "media type")]
    [InlineData("a.eml", "multipart/mixed", 5, "media type")]
    [InlineData("a.pdf", "application/pdf", 0, "is empty")]
    [InlineData("a.pdf", "application/pdf", -1, "is empty")]
    [InlineData("a.pdf", "application/pdf", (20 * 1024 * 1024) + 1, "more than 20.0 MB together")]
    public void Preview_FileThatCannotGo_IsAGap(string name, string mediaType, long size, string gap) =>
        Assert.Contains(gap, Assert.Single(Preview(Effects.Arguments() with { Attachments = [_files.Keep("a.pdf", Offer) with { Name = name, MediaType = mediaType, Size = size }] }).Gaps), StringComparison.Ordinal);

    [Fact]
    public void Preview_TooManyFilesOrOneNameTwice_IsAGap()
    {
        Assert.Contains("more than 20 files", Preview(With(21, i => $"{i}.pdf")).Gaps, StringComparer.Ordinal);
        Assert.Empty(Preview(With(20, i => $"{i}.pdf")).Gaps);
        Assert.Equal(["two files are called \"A.pdf\""], Preview(With(2, i => i == 0 ? "A.pdf" : "a.pdf")).Gaps);
    }

    [Fact]
    public void Arguments_WithoutFiles_HaveTheBytesTheyAlwaysHad()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Effects.Arguments(), ArgumentsJson.Default.EmailSendArguments);
        Assert.DoesNotContain("attachments", json, StringComparison.Ordinal);
    }

    private static byte[] BytesOf(MimePart part)
    {
        using var into = new MemoryStream();
        part.Content!.DecodeTo(into, Token);
        return into.ToArray();
    }

    private static MimeMessage Read(MimeMessage message)
    {
        using var stream = new MemoryStream(MailComposer.Bytes(message).ToArray());
        return MimeMessage.Load(stream, Token);
    }

    private static MimeMessage Compose(EmailSendArguments arguments, IReadOnlyList<byte[]> files) => Composer(25).Compose(Effects.Permit(arguments), files);

    private static MailComposer Composer(int port) => new(Options(port), new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null));

    private static IOptions<EmailOptions> Options(int port) => Microsoft.Extensions.Options.Options.Create(new EmailOptions
    {
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None, From = "olga@studio.example" },
    });

    private EmailSendArguments With(int count, Func<int, string> name) =>
        Effects.Arguments() with { Attachments = [.. Enumerable.Range(0, count).Select(i => _files.Keep(name(i), [(byte)(i + 1)]))] };

    private EffectPreview Preview(EmailSendArguments arguments) => Connector(25).Preview(Effects.Send(arguments));

    private EmailSend Connector(int port) =>
        new(Composer(port), new SmtpTransport(Options(port), new SentMailbox(Options(port), TimeProvider.System), TimeProvider.System), new AttachedFiles(_files));

    private Task<EffectResult> SendAsync(ScriptedSmtpServer server, EmailSendArguments arguments) =>
        Connector(server.Port).PerformAsync(Effects.Permit(arguments, TimeProvider.System.GetUtcNow().AddSeconds(60)), Token);
}

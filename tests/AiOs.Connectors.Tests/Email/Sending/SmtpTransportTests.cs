using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Options;

namespace AiOs.Connectors.Tests.Email.Sending;

public sealed class SmtpTransportTests
{
    private static readonly EmailPlaces Places = new("/nowhere", "data/outbox", "/nowhere", null);

    [Fact]
    public async Task Send_Accepted_IsDoneWithTheComposedBytes()
    {
        await using var server = new ScriptedSmtpServer();
        var done = Assert.IsType<EffectResult.Done>(await SendAsync(server.Port));
        Assert.Equal("01980000000070008000000000000001@studio.example", done.Reference);
        var composed = Composer(server.Port).Compose(Effects.Permit(Effects.Arguments()), []);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(MailComposer.Bytes(composed).Span), Assert.Single(server.Mails));
        Assert.Contains("RCPT TO:<per@fair.example>", server.Commands, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("connect", "554 no", false)]
    [InlineData("connect", "421 later", true)]
    [InlineData("MAIL", "451 later", true)]
    [InlineData("MAIL", "550 no", false)]
    [InlineData("RCPT", "451 later", true)]
    [InlineData("RCPT", "550 nobody", false)]
    [InlineData("DATA", "451 later", true)]
    [InlineData("DATA", "554 no", false)]
    [InlineData("content", "451 later", true)]
    [InlineData("content", "550 spam", false)]
    public async Task Send_Refused_FailedForCertain(string command, string reply, bool mayRetry)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        var failed = Assert.IsType<EffectResult.Failed>(await SendAsync(server.Port));
        Assert.Equal(mayRetry, failed.MayRetry);
        Assert.StartsWith("The mail was not sent: ", failed.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("connect")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task Send_CutBeforeTheContent_FailedForCertain(string command)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = ScriptedSmtpServer.Cut } };
        Assert.True(Assert.IsType<EffectResult.Failed>(await SendAsync(server.Port)).MayRetry);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData(ScriptedSmtpServer.Cut)]
    [InlineData("what?")]
    [InlineData("354 again")]
    public async Task Send_NoProperReplyAfterTheContent_IsUnknown(string reply)
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["content"] = reply } };
        Assert.IsType<EffectResult.Unknown>(await SendAsync(server.Port));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Send_CutInTheContent_IsUnknown()
    {
        await using var server = new ScriptedSmtpServer { CutInContent = true };
        Assert.IsType<EffectResult.Unknown>(await SendAsync(server.Port));
    }

    [Theory]
    [InlineData("connect", false)]
    [InlineData("RCPT", false)]
    [InlineData("content", true)]
    public async Task Send_HangsUntilTheDeadline_EndsWithIt(string command, bool unknown)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = ScriptedSmtpServer.Hang } };
        var start = TimeProvider.System.GetTimestamp();
        var result = await SendAsync(server.Port, TimeProvider.System.GetUtcNow().AddSeconds(2));
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(40));
        if (unknown) Assert.IsType<EffectResult.Unknown>(result);
        else Assert.True(Assert.IsType<EffectResult.Failed>(result).MayRetry);
    }

    [Fact]
    public async Task Send_CancelledAfterTheContent_IsUnknown()
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["content"] = ScriptedSmtpServer.Hang } };
        using var cancel = new CancellationTokenSource();
        var sending = Connector(server.Port).PerformAsync(Effects.Permit(Effects.Arguments()), cancel.Token);
        await server.Hanging.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        Assert.IsType<EffectResult.Unknown>(await sending);
    }

    [Fact]
    public async Task Send_NobodyListens_FailedForCertain()
    {
        int port;
        await using (var server = new ScriptedSmtpServer()) port = server.Port;
        Assert.True(Assert.IsType<EffectResult.Failed>(await SendAsync(port)).MayRetry);
    }

    [Fact]
    public async Task Send_OneOfTwoRecipientsRefused_SendsToNobody()
    {
        await using var server = new ScriptedSmtpServer();
        server.Replies["RCPT"] = "550 nobody";
        Assert.IsType<EffectResult.Failed>(await SendAsync(server.Port));
        Assert.DoesNotContain("DATA", server.Commands, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Send_StartTlsThatTheServerDoesNotOffer_SendsNothing()
    {
        await using var server = new ScriptedSmtpServer();
        var connector = Connector(server.Port, SmtpSecurity.StartTls);
        Assert.False(Assert.IsType<EffectResult.Failed>(await connector.PerformAsync(Effects.Permit(Effects.Arguments()), TestContext.Current.CancellationToken)).MayRetry);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_GoodbyeIsCut_IsDoneAllTheSame()
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["QUIT"] = ScriptedSmtpServer.Cut } };
        Assert.IsType<EffectResult.Done>(await SendAsync(server.Port));
    }

    [Fact]
    public async Task Send_DeadlineIsOver_DoesNotConnect()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.IsType<EffectResult.Failed>(await SendAsync(server.Port, TimeProvider.System.GetUtcNow()));
        Assert.Empty(server.Commands);
    }

    private static Task<EffectResult> SendAsync(int port, DateTimeOffset? deadline = null) =>
        Connector(port).PerformAsync(Effects.Permit(Effects.Arguments(), deadline ?? TimeProvider.System.GetUtcNow().AddSeconds(30)), TestContext.Current.CancellationToken);

    private static EmailSend Connector(int port, SmtpSecurity security = SmtpSecurity.None) =>
        new(Composer(port), new SmtpTransport(Options(port, security), new SentMailbox(Options(port, security), TimeProvider.System), TimeProvider.System), new AttachedFiles(new FakeFiles()));

    private static MailComposer Composer(int port) => new(Options(port, SmtpSecurity.None), Places);

    private static IOptions<EmailOptions> Options(int port, SmtpSecurity security) => Microsoft.Extensions.Options.Options.Create(new EmailOptions
    {
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = port, Security = security, From = "Olga Operator <olga@studio.example>" },
    });
}

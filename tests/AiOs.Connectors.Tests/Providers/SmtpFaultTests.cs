using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Providers;

/// <summary>R6 for mail: the class is Neither, so there is one conversation, and its end is told by what is certain.</summary>
public sealed class SmtpFaultTests
{
    private readonly FakeTimeProvider _time = new(Effects.Decided);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("connect", ScriptedSmtpServer.Cut, "may-retry", 0)]
    [InlineData("connect", ScriptedSmtpServer.Half + "22", "may-retry", 0)]
    [InlineData("MAIL", ScriptedSmtpServer.Cut, "may-retry", 0)]
    [InlineData("RCPT", "451 later", "may-retry", 0)]
    [InlineData("RCPT", "550 nobody", "failed", 0)]
    [InlineData("DATA", ScriptedSmtpServer.Cut, "may-retry", 0)]
    [InlineData("DATA", ScriptedSmtpServer.Half + "35", "may-retry", 0)]
    [InlineData("DATA", ScriptedSmtpServer.Hang, "may-retry", 0)]
    [InlineData("DATA", "451 later", "may-retry", 0)]
    [InlineData("DATA", "554 no", "failed", 0)]
    [InlineData("content", "452 full", "may-retry", 1)]
    [InlineData("content", "554 spam", "failed", 1)]
    [InlineData("content", ScriptedSmtpServer.Cut, "unknown", 1)]
    [InlineData("content", ScriptedSmtpServer.Half + "25", "unknown", 1)]
    [InlineData("content", ScriptedSmtpServer.Half + "250-more to come", "unknown", 1)]
    [InlineData("content", ScriptedSmtpServer.Hang, "unknown", 1)]
    [InlineData("QUIT", ScriptedSmtpServer.Cut, "done", 1)]
    public async Task Send_Fault_EndsInWhatIsCertain(string command, string reply, string end, int whole)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        var guard = new ConnectorGuard(new GuardOptions { Name = "mail" }, _time, new FixedEntropy());
        var result = await SendAsync(server, new GuardedConnector<EmailSend>(Mail(server), guard), reply == ScriptedSmtpServer.Hang);
        Assert.Equal((end, whole, 1), (Told(result), server.Mails.Count, server.Connections));
    }

    [Fact]
    public async Task Send_ThatRepeatsInside_IsCaughtByTheSameCount()
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["content"] = ScriptedSmtpServer.Cut } };
        var mail = Mail(server);
        if (await SendAsync(server, mail, hangs: false) is EffectResult.Unknown) await SendAsync(server, mail, hangs: false);
        Assert.Equal((2, 2), (server.Mails.Count, server.Connections));
    }

    private async Task<EffectResult> SendAsync(ScriptedSmtpServer server, IEffectConnector connector, bool hangs)
    {
        var sending = connector.PerformAsync(Effects.Permit(Effects.Arguments(), _time.GetUtcNow().AddSeconds(30)), Token);
        if (hangs)
        {
            await server.Hanging.Task.WaitAsync(Token);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        return await sending;
    }

    private static string Told(EffectResult result) => result switch
    {
        EffectResult.Done => "done",
        EffectResult.Failed failed => failed.MayRetry ? "may-retry" : "failed",
        EffectResult.Unknown => "unknown",
        _ => result.GetType().Name,
    };

    private EmailSend Mail(ScriptedSmtpServer server)
    {
        var options = Microsoft.Extensions.Options.Options.Create(new EmailOptions
        {
            Smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "olga@studio.example" },
        });
        return new EmailSend(new MailComposer(options, new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null)), new SmtpTransport(options, new SentMailbox(options, _time), _time), new AttachedFiles(new FakeFiles()));
    }
}

using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Connectors.Tests.Resilience;

/// <summary>R11 at the wire: what a real mail server sees of a breaker.</summary>
public sealed class WireTests
{
    private readonly FakeTimeProvider _time = new(Effects.Decided);
    private readonly GuardOptions _options = new() { Name = "mail" };
    private readonly ConnectorGuard _guard;

    public WireTests() => _guard = new ConnectorGuard(_options, _time, new FixedEntropy());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Perform_WhileResting_NobodyConnects()
    {
        await using var server = new ScriptedSmtpServer();
        await FailAsync(server, Guarded(server));
        var connected = server.Connections;
        for (var i = 0; i < 100; i++) Assert.IsType<EffectResult.NotTried>(await PerformAsync(Guarded(server)));
        Assert.Equal((_options.FewestAttempts, _options.FewestAttempts), (connected, server.Connections));
    }

    [Fact]
    public async Task Perform_AfterTheRest_ReadsBeforeItWrites()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.Equal(["read", "write"], await RecoverAsync(server, Guarded(server)));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Perform_WithoutTheProbe_IsCaughtByTheSameCheck()
    {
        await using var server = new ScriptedSmtpServer();
        Assert.Equal(["write"], await RecoverAsync(server, new GuardedConnector<Unprobed>(new Unprobed(Mail(server)), _guard)));
    }

    [Theory]
    [InlineData("connect", "554 go away")]
    [InlineData("EHLO", ScriptedSmtpServer.Cut)]
    [InlineData("NOOP", "421 closing")]
    [InlineData("NOOP", ScriptedSmtpServer.Cut)]
    [InlineData("NOOP", ScriptedSmtpServer.Half + "25")]
    public async Task Perform_ProbeNotAnswered_WritesNothing(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer();
        await FailAsync(server, Guarded(server));
        server.Replies.Clear();
        server.Replies[command] = reply;
        var before = server.Commands.Count;
        _time.Advance(_options.FirstRest);
        Assert.IsType<EffectResult.NotTried>(await PerformAsync(Guarded(server)));
        Assert.DoesNotContain("write", Marks(server.Commands.Skip(before)));
        Assert.Equal(_options.FewestAttempts + 1, server.Connections);
    }

    [Fact]
    public async Task Probe_ServerThatHangs_EndsWithItsPatience()
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["NOOP"] = ScriptedSmtpServer.Hang } };
        var probing = Mail(server).ProbeAsync(Token);
        await server.Hanging.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.False(await probing);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Probe_Outbox_LooksAndLeavesNothing(bool folder, bool answers)
    {
        using var temp = new TempFolder();
        if (!folder) await File.WriteAllTextAsync(temp.At("outbox"), "in the way", Token);
        var places = new EmailPlaces(temp.At("outbox"), "data/outbox", "/nowhere", null);
        Assert.Equal(answers, await new OutboxTransport(places, new OutboxWriter(places)).ProbeAsync(Token));
        Assert.Equal(folder ? 0 : 1, Directory.GetFileSystemEntries(temp.Path).Length);
    }

    /// <summary>Makes it rest, lets the rest pass, heals the server; returns what it then saw, in order.</summary>
    private async Task<string[]> RecoverAsync(ScriptedSmtpServer server, IEffectConnector connector)
    {
        await FailAsync(server, connector);
        server.Replies.Clear();
        var before = server.Commands.Count;
        _time.Advance(_options.FirstRest);
        Assert.IsType<EffectResult.Done>(await PerformAsync(connector));
        return Marks(server.Commands.Skip(before));
    }

    private async Task FailAsync(ScriptedSmtpServer server, IEffectConnector connector)
    {
        server.Replies["MAIL"] = "451 later";
        for (var i = 0; i < _options.FewestAttempts; i++) Assert.True(Assert.IsType<EffectResult.Failed>(await PerformAsync(connector)).MayRetry);
        Assert.Empty(server.Mails);
    }

    private static string[] Marks(IEnumerable<string> commands) =>
        [.. commands.Select(command => command.StartsWith("NOOP", StringComparison.Ordinal) ? "read" : command.StartsWith("MAIL", StringComparison.Ordinal) ? "write" : null).OfType<string>()];

    private GuardedConnector<EmailSend> Guarded(ScriptedSmtpServer server) => new(Mail(server), _guard);

    private Task<EffectResult> PerformAsync(IEffectConnector connector) =>
        connector.PerformAsync(Effects.Permit(Effects.Arguments(), _time.GetUtcNow().AddSeconds(30)), Token);

    private EmailSend Mail(ScriptedSmtpServer server)
    {
        var options = Microsoft.Extensions.Options.Options.Create(new EmailOptions
        {
            Smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "olga@studio.example" },
        });
        return new EmailSend(new MailComposer(options, new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null)), new SmtpTransport(options, new SentMailbox(options, _time), _time), new AttachedFiles(new FakeFiles()));
    }

    /// <summary>The broken variant: it takes the end of the rest for an answer.</summary>
    private sealed class Unprobed(EmailSend inner) : IEffectConnector, IReadProbe
    {
        public EffectKind Kind => inner.Kind;

        public EffectCategory Category => inner.Category;

        public OutcomeClass OutcomeClass => inner.OutcomeClass;

        public Undo Undo => inner.Undo;

        public TimeSpan AttemptTimeout => inner.AttemptTimeout;

        public EffectPreview Preview(Effect effect) => inner.Preview(effect);

        public EffectFacts Examine(Effect effect) => inner.Examine(effect);

        public Task<bool> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) => inner.PerformAsync(permit, cancellationToken);
    }
}

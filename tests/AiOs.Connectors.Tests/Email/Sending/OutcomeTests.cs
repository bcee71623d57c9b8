using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Connectors.Email.Sending.Letters;
using AiOs.Connectors.Email.Sending.Sent;
using AiOs.Connectors.Resilience;
using AiOs.Connectors.Tests.Support;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;

namespace AiOs.Connectors.Tests.Email.Sending;

/// <summary>
/// Issue 6, bullet 6, through the whole kernel: whatever a server does, the work item ends in what is certain, and the server is never given the mail
/// a second time: not by the hour, and not after a restart.
/// </summary>
public sealed class OutcomeTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);
    private const int Steps = 120;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none", "250 ok", WorkItemState.Done, 1)]
    [InlineData("RCPT", "451 later", WorkItemState.Failed, 0)]
    [InlineData("RCPT", "550 nobody", WorkItemState.Failed, 0)]
    [InlineData("content", "451 later", WorkItemState.Failed, 1)]
    [InlineData("content", "550 spam", WorkItemState.Failed, 1)]
    [InlineData("DATA", ScriptedSmtpServer.Hang, WorkItemState.Failed, 0)]
    [InlineData("DATA", ScriptedSmtpServer.Cut, WorkItemState.Failed, 0)]
    [InlineData("content", ScriptedSmtpServer.Hang, WorkItemState.OutcomeUnknown, 1)]
    [InlineData("content", ScriptedSmtpServer.Cut, WorkItemState.OutcomeUnknown, 1)]
    [InlineData("content", ScriptedSmtpServer.Half + "25", WorkItemState.OutcomeUnknown, 1)]
    [InlineData("QUIT", ScriptedSmtpServer.Cut, WorkItemState.Done, 1)]
    public async Task Approve_Server_EndsInWhatIsCertainAndAsksNeverTwice(string command, string reply, WorkItemState end, int whole)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        await using var harness = await StartAsync(server);
        var item = await ApproveAsync(harness, server, reply == ScriptedSmtpServer.Hang);
        await AnHourAsync(harness);
        Assert.Equal((end, whole, 1), ((await harness.ViewAsync(item)).State, server.Mails.Count, server.Connections));
    }

    [Theory]
    [InlineData("RCPT", "451 later")]
    [InlineData("RCPT", "550 nobody")]
    public async Task Approve_Refused_SaysWhoWasRefusedAndByWhom(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        await using var harness = await StartAsync(server);
        var item = await ApproveAsync(harness, server, hangs: false);
        Assert.Equal(
            $"The mail was not sent: 127.0.0.1 refused the recipient mira@fair.example ({reply[..3]}).",
            (await harness.ViewAsync(item)).Effects.Single().Detail);
    }

    [Theory]
    [InlineData(Settlement.Happened, WorkItemState.Done, 1)]
    [InlineData(Settlement.DidNotHappen, WorkItemState.Failed, 1)]
    [InlineData(Settlement.SendAgain, WorkItemState.Done, 2)]
    public async Task Settle_AfterACutBehindTheFinalDot_SendsAgainOnlyOnTheOperatorsWord(Settlement settlement, WorkItemState end, int whole)
    {
        await using var server = new ScriptedSmtpServer { Replies = { ["content"] = ScriptedSmtpServer.Cut } };
        await using var harness = await StartAsync(server);
        var item = await ApproveAsync(harness, server, hangs: false);
        server.Replies.Clear();
        await AnHourAsync(harness);
        Assert.Single(server.Mails);
        Assert.True((await harness.SettleAsync(await harness.ViewAsync(item), settlement)).Accepted);
        await AnHourAsync(harness);
        Assert.Equal((end, whole), ((await harness.ViewAsync(item)).State, server.Mails.Count));
        if (whole == 2) Assert.Equal(server.Mails[0], server.Mails[1]);
    }

    [Theory]
    [InlineData("content", ScriptedSmtpServer.Cut)]
    public async Task Approve_ConnectorThatRepeatsInside_IsCaughtByTheSameCount(string command, string reply)
    {
        await using var server = new ScriptedSmtpServer { Replies = { [command] = reply } };
        await using var harness = await StartAsync(server, mail => new Repeating(mail));
        await ApproveAsync(harness, server, hangs: false);
        Assert.Equal(2, server.Mails.Count);
    }

    private static async Task<KernelHarness> StartAsync(ScriptedSmtpServer server, Func<IEffectConnector, IEffectConnector>? variant = null)
    {
        var others = new List<IEffectConnector>();
        var harness = new KernelHarness { Others = others, Mail = new ScriptedConnector { Kind = new EffectKind("chat.say") } };
        var options = Microsoft.Extensions.Options.Options.Create(new EmailOptions
        {
            Smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "olga@studio.example" },
        });
        var send = new EmailSend(
            new MailComposer(options, new EmailPlaces("/nowhere", "data/outbox", "/nowhere", null)),
            new SmtpTransport(options, new SentMailbox(options, harness.Time), harness.Time),
            new AttachedFiles(new FakeFiles()));
        var guarded = new GuardedConnector<EmailSend>(send, new ConnectorGuard(new GuardOptions { Name = "mail" }, harness.Time, new FixedEntropy()));
        others.Add(variant?.Invoke(guarded) ?? guarded);
        await harness.OpenAsync();
        var arguments = System.Text.Json.JsonSerializer.Serialize(Effects.Arguments(), ArgumentsJson.Default.EmailSendArguments);
        harness.Agent.Write = _ => Some.Proposal(new EffectDraft(EffectKind.EmailSend, arguments));
        return harness;
    }

    private static async Task<WorkItemId> ApproveAsync(KernelHarness harness, ScriptedSmtpServer server, bool hangs)
    {
        var item = await harness.ReceivedAsync();
        var deciding = harness.DecideAsync(item.Approvals[0], DecisionKind.Approve);
        if (hangs)
        {
            await server.Hanging.Task.WaitAsync(Token);
            harness.Time.Advance(TimeSpan.FromMinutes(2));
        }

        await deciding;
        return item.Id;
    }

    private static async Task AnHourAsync(KernelHarness harness)
    {
        for (var i = 0; i < Steps; i++)
        {
            await harness.TickAsync(Step);
            if (i == Steps / 2) await harness.RestartAsync();
        }
    }

    /// <summary>What no connector may do.</summary>
    private sealed class Repeating(IEffectConnector inner) : IEffectConnector
    {
        public EffectKind Kind => inner.Kind;

        public EffectCategory Category => inner.Category;

        public OutcomeClass OutcomeClass => inner.OutcomeClass;

        public Undo Undo => inner.Undo;

        public TimeSpan AttemptTimeout => inner.AttemptTimeout;

        public EffectPreview Preview(Effect effect) => inner.Preview(effect);

        public EffectFacts Examine(Effect effect) => inner.Examine(effect);

        public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken) =>
            await inner.PerformAsync(permit, cancellationToken) is EffectResult.Unknown ? await inner.PerformAsync(permit, cancellationToken) : new EffectResult.Unknown("?");
    }
}

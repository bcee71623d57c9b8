using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Models;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Digests;
using AiOs.Kernel.Digests.Counting;
using AiOs.Kernel.Digests.Watching;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Tests.Chat.Boards;
using AiOs.Testing;
using AiOs.Testing.Chat;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>A real kernel in Berlin with two scripted chats in front of it, which live on when the process dies.</summary>
internal sealed class DigestStage : IAsyncDisposable
{
    private int _mails;

    private DigestStage(ScriptedPost? post, params ChannelName[] paired)
    {
        Post = post;
        People.Devices = [.. paired.Select(channel => new PairedDevice(channel, "anna", Since: null))];
        Harness = new KernelHarness
        {
            Settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = Berlin, Currency = "EUR" },
            Others = [Bank],
            Instead = services =>
            {
                services.AddSingleton<IPairing>(People);
                services.AddSingleton<IChatChannel>(Telegram);
                services.AddSingleton<IChatChannel>(Teams);
                if (Post is { } post)
                {
                    services.AddSingleton<IOperatorPost>(post);
                }

                services.AddSingleton<ICron>(new DailyCron());
                services.AddSingleton<ICursors>(Cursors = new MortalCursors(Harness!.Cursors));
            },
        };
        Harness.Agent.Write = brief => WriteAsTold(brief.Message.Subject ?? string.Empty);
    }

    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static EffectKind Pay { get; } = new("bank.pay");

    public KernelHarness Harness { get; }

    public ScriptedChannel Telegram { get; } = new() { Name = ChannelName.Telegram, Prefix = "t" };

    public ScriptedChannel Teams { get; } = new() { Name = ChannelName.Teams, Prefix = "m" };

    public PairedPeople People { get; } = new();

    /// <summary>The operator's mailbox, where it is told too.</summary>
    public ScriptedPost? Post { get; }

    public ScriptedConnector Bank { get; } = new() { Kind = Pay, Category = EffectCategory.Money, Facts = static effect => new EffectFacts { Cost = new Money(MinorIn(effect), "EUR"), Spend = "bills" } };

    public MortalCursors Cursors { get; private set; } = null!;

    public DateTimeOffset Now => Harness.Time.GetUtcNow();

    public IJob Job => Harness.Process.Get<IEnumerable<IJob>>().Single(static job => job.Name == "daily-digest");

    public DigestWatchman Watchman => Harness.Process.Get<DigestWatchman>();

    private static CancellationToken Token => CancellationToken.None;

    public static Task<DigestStage> StartAsync(params ChannelName[] paired) => StartAsync(post: null, paired);

    public static async Task<DigestStage> StartAsync(ScriptedPost? post, params ChannelName[] paired)
    {
        var stage = new DigestStage(post, paired);
        await stage.Harness.OpenAsync();
        return stage;
    }

    public static JobCall Call(DateTimeOffset due, int missed = 0) => new("daily-digest " + due.ToString("O", CultureInfo.InvariantCulture), due, missed);

    /// <summary>Everything that was said in a chat, oldest first.</summary>
    public static IReadOnlyList<ChatNote> SaidIn(ScriptedChannel channel) => [.. channel.Calls.Where(static call => call.Kind == "say").Select(static call => call.Note!)];

    public static string TextOf(ChatNote note) => string.Join('\n', note.Blocks.SelectMany(Lines).Prepend(note.Title));

    public Task<JobReport> RunAsync(DateTimeOffset? due = null, int missed = 0) => Job.RunAsync(Call(due ?? Now, missed), Token);

    /// <summary>A mail comes in whose subject tells what is drafted: <c>mail</c>, <c>note</c>, <c>pay 1250</c>, <c>invoice N AMOUNT VERSION paid</c>, <c>ask</c> or <c>broken</c>.</summary>
    public Task<WorkItemView> MailAsync(string subject) => Harness.ReceivedAsync(Some.Mail(++_mails, subject: subject));

    public async Task<WorkItemView> DecideAsync(WorkItemView item, DecisionKind kind)
    {
        await Harness.DecideAsync(item.Approvals[^1], kind);
        return await Harness.ViewAsync(item.Id);
    }

    public async Task ModelAsync(long minor)
    {
        var meter = Harness.Process.Get<IModelMeter>();
        if (await meter.ReserveAsync(AgentName.Execution, new Money(minor + 5, "EUR"), TimeSpan.FromMinutes(1), Token) is ModelLeave.Granted leave)
        {
            // A little less than whole cents: what a digest shows is rounded up once, and what it counts is exact.
            await meter.SettleAsync(leave, new ModelUse(new ExactMoney(Math.Max(0, (minor * ExactMoney.PerMinor) - 1_000), "EUR"), "answered"), Token);
        }
    }

    public Task RefuseAsync(string code) => Harness.Process.Inbox.RefuseAsync(ChannelName.Mail, code, 100, $"{code} {++_mails}", Token);

    public Task<DigestReport> ReportAsync(DigestWindow window) => Harness.Process.Get<DigestMaker>().MakeAsync(window, Token);

    public Task<IReadOnlyList<FeedCommit>> CommitsAsync() => Harness.Process.Get<IJournalFeed>().ReadAsync(0, int.MaxValue, Token);

    public Task<IReadOnlyList<string>> WarningsAsync() => Harness.Process.Get<IWarnings>().ListAsync(Token);

    public async ValueTask DisposeAsync() => await Harness.DisposeAsync();

    private static IEnumerable<string> Lines(CardBlock block) => block switch
    {
        CardBlock.Text text => [text.Value],
        CardBlock.Hint hint => [hint.Value],
        CardBlock.Warning warning => [warning.Value],
        CardBlock.Facts facts => facts.Rows.Select(static row => $"{row.Name}: {row.Value}"),
        CardBlock.Image image => [image.Words],
        _ => [],
    };

    private static ProposalDraft WriteAsTold(string subject) => subject.Split(' ') switch
    {
        ["mail", ..] => Some.Proposal(Some.Email("Thank you.")),
        ["note", ..] => Some.Proposal(Some.Note("She called.")),
        ["pay", var minor] => Some.Proposal(new EffectDraft(Pay, $$"""{"minor":{{minor}}}""")),
        ["invoice", var key, var amount, var version, var state] => Some.Proposal(Invoice(key, amount, long.Parse(version, CultureInfo.InvariantCulture), state)),
        ["ask"] => Some.Proposal(Some.Email("Thank you.")) with { Effects = [], Question = "Which week?" },
        _ => throw new InvalidOperationException("The agent is broken."),
    };

    private static EffectDraft Invoice(string key, string amount, long version, string state)
    {
        var fields = new Dictionary<string, RecordField> { ["amount"] = Said(amount + " EUR"), ["due"] = Said("2026-12-01") };
        if (state.Contains("paid", StringComparison.Ordinal))
        {
            fields["paid"] = Said("2026-11-22");
        }

        if (state.StartsWith("bill", StringComparison.Ordinal))
        {
            fields["supplier"] = Said("Paper Ltd");
        }

        var arguments = new RecordWriteArguments { Record = new RecordId("invoice", key), ExpectedVersion = version, Fields = fields, Removed = state.EndsWith("open", StringComparison.Ordinal) && version > 0 ? ["paid"] : null };
        return new EffectDraft(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));
    }

    private static RecordField Said(string value) => new(value, Provenance.Model);

    private static long MinorIn(Effect effect)
    {
        using var document = JsonDocument.Parse(effect.Bytes);
        return document.RootElement.GetProperty("args"u8).GetProperty("minor"u8).GetInt64();
    }
}

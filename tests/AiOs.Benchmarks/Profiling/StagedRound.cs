using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AiOs.Benchmarks.Hosts;
using AiOs.Channels.Web.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Desk;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Journal.Writing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Preparing;

namespace AiOs.Benchmarks.Profiling;

/// <summary>
/// One round by hand, out of the pieces that the inbox, the desk and the journal's writer are made of, on one thread, each stage timed.
/// What it does must stay what they do: the totals through them are printed beside it.
/// </summary>
internal sealed class StagedRound
{
    private readonly InProcessHost _host;
    private readonly StageClock _clock;
    private readonly Vault _vault;
    private readonly IdSource _ids;
    private readonly IJournalStore _store;
    private readonly PureSteps _steps;
    private readonly Preparation _preparation;
    private readonly Outlook _outlook;
    private readonly LedgerKeeper _ledgers;
    private readonly Views _views;
    private readonly IEffectDispatcher _dispatcher;
    private readonly CommitWriter _writer;
    private readonly AggregateCache _cache = new(512);
    private readonly ArrayBufferWriter<byte> _json = new(16 * 1024);
    private JournalHead _head;

    public StagedRound(InProcessHost host, StageClock clock)
    {
        _host = host;
        _clock = clock;
        _vault = host.Get<Vault>();
        _ids = host.Get<IdSource>();
        _store = host.Get<IJournalStore>();
        _steps = host.Get<PureSteps>();
        _preparation = host.Get<Preparation>();
        _outlook = host.Get<Outlook>();
        _ledgers = host.Get<LedgerKeeper>();
        _views = host.Get<Views>();
        _dispatcher = host.Get<IEffectDispatcher>();
        _writer = new CommitWriter(host.Get<WorkspaceSettings>().Id, _vault);
        _head = Now(_store.HeadAsync(CancellationToken.None));
    }

    /// <summary>The sum of the canonical bytes of the commits so far.</summary>
    public long CommitBytes { get; private set; }

    public long JsonBytes { get; private set; }

    /// <summary>The facts and the item of the last message, for a closer look at the pieces.</summary>
    public LastMessage? Last { get; private set; }

    public WorkItemState Run(byte[] mail)
    {
        var reading = _clock.Measure("1  mail parse (MimeKit, forward finder)", () => (MailReading.Readable)_host.Mails.Read(mail, CancellationToken.None));
        var (id, key, received, dedupe) = _clock.Measure("2  inbox: ids, stream key, person hashes, message event", () => Keep(mail, reading));
        var opened = Open(id, received);
        var prepared = _clock.Measure("3  prepare: records (reads), intake, draft, fix, ground", () => Now(_preparation.PrepareAsync(opened, CancellationToken.None)));
        var facts = _clock.Measure("4  steps to the gate: judge, ask", () => Follow(opened, received, prepared.Facts));
        _clock.Measure("5  commit 1: dedupe lookup (read)", () => Now(_store.FindDedupeAsync(dedupe, CancellationToken.None)));
        var asked = Append("6  commit 1", StreamId.Of(id), facts, new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = "message/" + received.Message,
            Dedupe = dedupe,
            Key = key,
            Decide = _ => facts,
        });
        var card = Show("7  after the message", asked, first: true);
        Last = new LastMessage(mail, reading, received, facts, asked, key);
        return Approve(asked, card.Approvals[^1]);
    }

    private WorkItemState Approve(WorkItem asked, ApprovalView open)
    {
        var decision = new OperatorDecision
        {
            Approval = open.Id,
            Kind = DecisionKind.Approve,
            Digest = open.Digest,
            Channel = ChannelName.Web,
            By = "operator",
            Nonce = open.Nonce!,
        };
        var granted = _clock.Measure("8  decide: approval, steps to the request", () =>
            AndOn(asked, ((ApprovalAnswer.Decided)asked.CurrentApproval!.Decide(decision, DateTimeOffset.UnixEpoch, open.Nonce!)).Events));
        var requested = Append("9  commit 2", asked.Stream, granted, Request(asked.Stream, "approval/" + open.Id, granted));
        var attempt = requested.CurrentEffects.First(effect => effect.Phase is EffectPhase.Requested);
        var result = _clock.Measure("10 effect: permit, compose, outbox file (2 fsyncs)", () => Now(_dispatcher.PerformAsync(attempt)));
        var done = _clock.Measure("11 result, steps to the end", () =>
            AndOn(requested, attempt.Take(attempt.Attempt, result, DateTimeOffset.UnixEpoch, new EffectTerms(TimeSpan.FromMinutes(1), TimeSpan.Zero, NotFoundIsProof: false))));
        var ended = Append("12 commit 3", asked.Stream, done, Request(asked.Stream, "effect/" + attempt.Id, done));
        Show("13 after the tap", ended, first: false);
        return ended.State;
    }

    private (WorkItemId Id, StreamKey Key, MessageReceived Received, string Dedupe) Keep(byte[] mail, MailReading.Readable reading)
    {
        var id = new WorkItemId(_ids.Next());
        var key = _vault.NewKey(StreamId.Of(id));
        var received = new MessageReceived(new MessageId(_ids.Next()), ChannelName.Web, Authority.External, mail.Length, Raw: null)
        {
            Personal = new MessageReceived.Words(reading.Content, Encoding.Latin1.GetString(mail)),
        };
        return (id, key, received, _vault.DedupeHash("mail\n" + reading.DedupeKey));
    }

    private static WorkItem Open(WorkItemId id, MessageReceived received) =>
        new WorkItem { Stream = StreamId.Of(id), Id = id }.Apply([received, new WorkItemOpened(received.Message)], DateTimeOffset.UnixEpoch);

    private List<JournalEvent> Follow(WorkItem opened, MessageReceived received, IReadOnlyList<JournalEvent> prepared) =>
        [received, new WorkItemOpened(received.Message), .. AndOn(opened, prepared)];

    /// <summary>The time stands still at the beginning of it, so that nothing expires.</summary>
    private List<JournalEvent> AndOn(WorkItem item, IReadOnlyList<JournalEvent> facts)
    {
        var around = Now(_outlook.NowAsync(item, DateTimeOffset.UnixEpoch, CancellationToken.None));
        return [.. facts, .. _steps.Run(item.Apply(facts, DateTimeOffset.UnixEpoch), around)];
    }

    private static AppendRequest Request(StreamId stream, string cause, IReadOnlyList<JournalEvent> facts) =>
        new() { Stream = stream, Cause = cause, Decide = _ => facts };

    private WorkItem Append(string name, StreamId stream, IReadOnlyList<JournalEvent> facts, AppendRequest request)
    {
        var batch = new JournalBatcher(_writer, new PeopleIn(_vault), _cache, _head, _ledgers.Durable, _ledgers.Zone, TimeProvider.System.GetUtcNow());
        var entry = batch.Find(stream) ?? new AggregateCache.Entry(Aggregates.Empty(stream), Key: null);
        _clock.Measure(name + ": encode, seal, hash, fold", () => batch.Add(request, entry, FrozenDictionary<StreamId, Aggregate>.Empty, () => _vault.NewKey(stream), new CommitId(_ids.Next())));
        var built = _clock.Measure(name + ": projection rows", batch.Build);
        _clock.Measure(name + ": sqlite append", () => Now(_store.AppendAsync(built, CancellationToken.None)));
        _head = batch.Head;
        _ledgers.Take(batch.Ledger);
        CommitBytes += built.Commits.Sum(commit => commit.Bytes.Length);
        foreach (var state in batch.States)
        {
            _cache.Put(state);
        }

        return (WorkItem)batch.Find(stream)!.State;
    }

    private WorkItemView Show(string name, WorkItem item, bool first)
    {
        var view = _clock.Measure(name + ": view", () => _views.Of(item));
        _clock.Measure(name + ": JSON", () =>
        {
            _json.ResetWrittenCount();
            using var json = new Utf8JsonWriter(_json);
            if (first)
            {
                WorkItemJson.Write(json, view, repeated: false);
            }
            else
            {
                WorkItemJson.Write(json, new DecisionOutcome(Accepted: true, "Done.", view));
            }
        });
        JsonBytes += _json.WrittenCount;
        return view;
    }

    private static T Now<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Now(Task task) => task.GetAwaiter().GetResult();

    internal sealed record LastMessage(byte[] Mail, MailReading.Readable Reading, MessageReceived Received, IReadOnlyList<JournalEvent> Facts, WorkItem Item, StreamKey Key);
}

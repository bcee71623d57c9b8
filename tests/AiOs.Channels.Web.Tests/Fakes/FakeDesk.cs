using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiOs.Contracts;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;

namespace AiOs.Channels.Web.Tests.Fakes;

/// <summary>Inbox and desk over a list: decides once, remembers what it was asked.</summary>
internal sealed class FakeDesk : IDesk, IInbox
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Channel<WorkItemId>, bool> _watchers = new();
    private readonly Dictionary<string, WorkItemId> _known = [];
    private int _next = 1000;

    public List<WorkItemView> Items { get; } = [];

    public List<InboundMessage> Received { get; } = [];

    public List<(ChannelName Channel, string Code, long Bytes, string Key)> Refused { get; } = [];

    public List<OperatorDecision> Decisions { get; } = [];

    public List<(WorkItemId Id, string Text)> Answers { get; } = [];

    public List<(EffectId Effect, Settlement Settlement)> Settled { get; } = [];

    public List<WorkItemId> Undone { get; } = [];

    public int Verified { get; private set; }

    public AiOsException? Fault { get; set; }

    public ChainReport Report { get; set; } = new(true, 12, null, "Every commit, the signed head and all blobs are whole.");

    public string? FrozenBecause { get; set; }

    public string? DamagedBecause { get; set; }

    public int Changes => Received.Count + Refused.Count + Decisions.Count + Answers.Count + Settled.Count;

    public int Watchers => _watchers.Count;

    public void Put(WorkItemView item)
    {
        lock (_lock)
        {
            Items.RemoveAll(old => old.Id == item.Id);
            Items.Add(item);
        }

        Tell(item.Id);
    }

    public void Tell(WorkItemId id)
    {
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(id);
        }
    }

    public Task<Receipt> ReceiveAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_lock)
        {
            Received.Add(message);
            if (_known.TryGetValue(message.DedupeKey, out var before))
            {
                return Task.FromResult(new Receipt(before, Repeated: true));
            }

            var number = _next++;
            _known[message.DedupeKey] = Samples.Id(number);
            var item = message.Authority == Authority.Operator ? Samples.Typed(number, message.Content.Text) : Samples.Waiting(number);
            Items.Add(item with { Message = message.Content, Authority = message.Authority });
            Tell(item.Id);
            return Task.FromResult(new Receipt(item.Id, Repeated: false));
        }
    }

    public Task RefuseAsync(ChannelName channel, string code, long bytes, string dedupeKey, CancellationToken cancellationToken)
    {
        ThrowFault();
        Refused.Add((channel, code, bytes, dedupeKey));
        return Task.CompletedTask;
    }

    public Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_lock)
        {
            Decisions.Add(decision);
            if (Items.Find(item => item.Approvals.Any(a => a.Id == decision.Approval)) is not { } item)
            {
                return Task.FromResult(new DecisionOutcome(false, "There is no such approval.", null));
            }

            var approval = item.Approvals.First(a => a.Id == decision.Approval);
            if (approval.State != "open" || approval.Digest != decision.Digest)
            {
                var sentence = approval.Decided is { } decided ? $"This had already been decided: {decided}." : "The card shows something else by now.";
                return Task.FromResult(new DecisionOutcome(false, sentence, item));
            }

            var approved = decision.Kind == DecisionKind.Approve;
            var after = Decide(item, approval, approved);
            Items[Items.IndexOf(item)] = after;
            Tell(item.Id);
            return Task.FromResult(new DecisionOutcome(true, approved ? "Approved and done." : "Rejected.", after));
        }
    }

    public async Task<IReadOnlyList<DecisionOutcome>> DecideAllAsync(IReadOnlyList<OperatorDecision> decisions, CancellationToken cancellationToken)
    {
        var outcomes = new List<DecisionOutcome>();
        foreach (var decision in decisions)
        {
            outcomes.Add(await DecideAsync(decision, cancellationToken));
        }

        return outcomes;
    }

    public Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Undone.Add(id);
        return Task.FromResult(new DecisionOutcome(Accepted: true, "It was taken back.", Items.FirstOrDefault(item => item.Id == id)));
    }

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Answers.Add((id, text));
        var item = Find(id);
        return Task.FromResult(new DecisionOutcome(item?.Question is not null, item?.Question is null ? "No question is open." : "Thank you.", item));
    }

    public Task<DecisionOutcome> SettleAsync(
        WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        Settled.Add((effect, settlement));
        var item = Find(id);
        return Task.FromResult(new DecisionOutcome(item?.State == WorkItemState.OutcomeUnknown, "Taken.", item));
    }

    public Task<WorkItemView?> FindAsync(WorkItemId id, CancellationToken cancellationToken) => Task.FromResult(Find(id));

    public Task<WorkItemView?> FindAsync(ApprovalId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(Items.Find(item => item.Approvals.Any(a => a.Id == id)));
        }
    }

    public Task<IReadOnlyList<WorkItemView>> RecentAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_lock)
        {
            IReadOnlyList<WorkItemView> items =
            [
                .. Items.Where(item => before is not { } id || string.CompareOrdinal(item.Id.ToString(), id.ToString()) < 0)
                    .Where(item => !openOnly || item.Card.Actions.Count > 0)
                    .OrderByDescending(item => item.Id.ToString(), StringComparer.Ordinal).Take(count),
            ];
            return Task.FromResult(items);
        }
    }

    public Task<IReadOnlyList<TimelineEntry>> TimelineAsync(WorkItemId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TimelineEntry>>(
        [
            new(7, Samples.Noon, "message-received", "Came in by web", "A forwarded mail, 1,204 bytes"),
            new(8, Samples.Noon.AddSeconds(1), "message-classified", "Understood as inquiry", null),
            new(8, Samples.Noon.AddSeconds(1), "proposal-made", "Execution proposed one effect", "email.send"),
            new(9, Samples.Noon.AddSeconds(2), "approval-asked", "You were asked", "Rule reputation-asks"),
        ]);

    public Task<JournalPage> JournalAsync(int count, long? before, CancellationToken cancellationToken)
    {
        var top = (before ?? 13) - 1;
        IReadOnlyList<JournalRow> rows = [.. Enumerable.Range(0, (int)Math.Min(count, top)).Select(i => Row(top - i))];
        return Task.FromResult(new JournalPage(12, Samples.DigestOf(12), rows));
    }

    public Task<ChainReport> VerifyAsync(CancellationToken cancellationToken)
    {
        Verified++;
        return Task.FromResult(Report);
    }

    public Task<CostReport> CostsAsync(CancellationToken cancellationToken) => Task.FromResult(new CostReport
    {
        WorkItems = new Dictionary<WorkItemState, long> { [WorkItemState.Done] = 21, [WorkItemState.AwaitingApproval] = 2, [WorkItemState.Rejected] = 4 },
        Categories = new Dictionary<Category, long> { [Category.Inquiry] = 9, [Category.Newsletter] = 14, [Category.InvoiceReceived] = 4 },
        Effects = new Dictionary<string, long> { ["done"] = 20, ["failed"] = 1, ["unknown"] = 1 },
    });

    public async IAsyncEnumerable<WorkItemId> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<WorkItemId>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[channel] = true;
        try
        {
            await foreach (var id in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return id;
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }

    private static WorkItemView Decide(WorkItemView item, ApprovalView approval, bool approved)
    {
        var sample = approved ? Samples.Done(1) : Samples.Rejected(1);
        return item with
        {
            Version = item.Version + 1,
            State = sample.State,
            Approvals = [approval with { State = approved ? "granted" : "rejected", Decided = sample.Approvals[0].Decided }],
            Effects = [.. item.Effects.Select(effect => effect with { Outcome = approved ? "done" : "withdrawn", Detail = sample.Effects[0].Detail })],
            Card = sample.Card with { WorkItem = item.Id },
        };
    }

    private static JournalRow Row(long position) => new(
        position,
        Samples.Noon.AddMinutes(position),
        new StreamId(position % 3 == 0 ? "policy/default" : "work/" + Samples.Id(1)),
        position,
        position % 2 == 0 ? ["message-classified", "proposal-made", "approval-asked"] : ["message-received"],
        Samples.DigestOf((int)position));

    private WorkItemView? Find(WorkItemId id)
    {
        lock (_lock)
        {
            return Items.Find(item => item.Id == id);
        }
    }

    private void ThrowFault()
    {
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}

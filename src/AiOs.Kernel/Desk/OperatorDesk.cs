using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Controls.Models;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Takes what the operator decides, and shows how things stand.</summary>
internal sealed class OperatorDesk(OperatorActs acts, WorkspaceJournal journal, IJournalStore store, Views views, ChainVerifier verifier, ModelCosts models, HostState host) : IDesk
{
    private const int LargestPage = 200;
    private const int MissedChanges = 256;

    public string? FrozenBecause => host.FrozenBecause ?? journal.Ledger.Frozen?.Sentence;

    public string? DamagedBecause => host.DamagedBecause;

    public Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken) => acts.DecideAsync(decision, Delivery.Once, cancellationToken);

    public async Task<IReadOnlyList<DecisionOutcome>> DecideAllAsync(IReadOnlyList<OperatorDecision> decisions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var outcomes = new List<DecisionOutcome>(decisions.Count);
        foreach (var decision in decisions)
        {
            outcomes.Add(await DecideAsync(decision, cancellationToken));
        }

        return outcomes;
    }

    public Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, CancellationToken cancellationToken) =>
        acts.UndoAsync(id, channel, by, Delivery.Once, cancellationToken);

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, CancellationToken cancellationToken) =>
        acts.AnswerAsync(id, text, channel, by, Delivery.Once, cancellationToken);

    public Task<DecisionOutcome> SettleAsync(WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, CancellationToken cancellationToken) =>
        acts.SettleAsync(id, effect, settlement, channel, by, Delivery.Once, cancellationToken);

    public async Task<WorkItemView?> FindAsync(WorkItemId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(StreamId.Of(id), cancellationToken) is WorkItem { Version: > 0 } item ? views.Of(item) : null;

    public async Task<WorkItemView?> FindAsync(ApprovalId id, CancellationToken cancellationToken) =>
        await store.FindApprovalAsync(id, cancellationToken) is { } item ? await FindAsync(item, cancellationToken) : null;

    public async Task<IReadOnlyList<WorkItemView>> RecentAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken)
    {
        var found = new List<WorkItemView>();
        foreach (var row in await store.ListWorkItemsAsync(Math.Clamp(count, 1, LargestPage), before, openOnly, cancellationToken))
        {
            if (await FindAsync(row.Id, cancellationToken) is { } view)
            {
                found.Add(view);
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(WorkItemId id, CancellationToken cancellationToken) =>
        [.. (await journal.ReadStreamAsync(StreamId.Of(id), cancellationToken)).SelectMany(Timeline.Of)];

    public async Task<JournalPage> JournalAsync(int count, long? before, CancellationToken cancellationToken)
    {
        var head = await store.HeadAsync(cancellationToken);
        var last = Math.Min(head.Position, (before ?? long.MaxValue) - 1);
        var first = Math.Max(1, last - Math.Clamp(count, 1, LargestPage) + 1);
        var commits = last < 1 ? [] : await store.ReadAsync(first, (int)(last - first + 1), cancellationToken);
        return new JournalPage(head.Position, head.Hash, [.. commits.Reverse().Select(Timeline.RowOf)]);
    }

    public Task<ChainReport> VerifyAsync(CancellationToken cancellationToken) => verifier.VerifyAsync(cancellationToken);

    public async Task<CostReport> CostsAsync(CancellationToken cancellationToken)
    {
        var counts = await store.CountAsync(cancellationToken);
        return await models.AddAsync(CountsOf(counts), cancellationToken);
    }

    public async IAsyncEnumerable<WorkItemId> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<WorkItemId>(new BoundedChannelOptions(MissedChanges) { FullMode = BoundedChannelFullMode.DropOldest });
        void Tell(Aggregate state)
        {
            if (state is WorkItem item)
            {
                changes.Writer.TryWrite(item.Id);
            }
        }

        journal.Changed += Tell;
        try
        {
            await foreach (var id in changes.Reader.ReadAllAsync(cancellationToken))
            {
                yield return id;
            }
        }
        finally
        {
            journal.Changed -= Tell;
        }
    }

    private static CostReport CountsOf(IReadOnlyList<WorkItemCounts> counts) => new()
    {
        WorkItems = counts.GroupBy(count => count.State).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
        Categories = counts.Where(count => count.Category is not null).GroupBy(count => count.Category!.Value).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
        Effects = new Dictionary<string, long>
        {
            ["done"] = counts.Sum(count => count.Done),
            ["failed"] = counts.Sum(count => count.Failed),
            ["unknown"] = counts.Sum(count => count.Unknown),
        },
    };
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Controls;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk;

/// <summary>Takes what the operator decides, and shows how things stand.</summary>
internal sealed class OperatorDesk(WorkspaceJournal journal, StepRecorder recorder, WorkItemLoop loop, PureSteps steps, IJournalStore store, Views views, ChainVerifier verifier, AutonomyOffers offers, HostState host) : IDesk
{
    private const int LargestPage = 200;
    private const int MissedChanges = 256;

    public string? FrozenBecause => host.FrozenBecause ?? journal.Ledger.Frozen?.Sentence;

    public string? DamagedBecause => host.DamagedBecause;

    public async Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (await store.FindApprovalAsync(decision.Approval, cancellationToken) is not { } id)
        {
            return new DecisionOutcome(Accepted: false, "There is no such card.", Item: null);
        }

        if (decision.Kind is DecisionKind.Change && string.IsNullOrWhiteSpace(decision.Text))
        {
            return new DecisionOutcome(Accepted: false, "Say what to change, and send it again.", await FindAsync(id, cancellationToken));
        }

        var told = string.Empty;
        return await RecordAsync(
            id,
            "approval/" + decision.Approval,
            (item, around) => Decide(item, decision, around, out told),
            () => told,
            cancellationToken);
    }

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

    public Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var told = string.Empty;
        return IsSomebody(channel, by)
            ? RecordAsync(id, "undo", (item, around) => TakingBack.Ask(item, around, channel, by, out told), () => told, cancellationToken)
            : Task.FromResult(new DecisionOutcome(Accepted: false, "It is not known who asked, so nothing was taken back.", Item: null));
    }

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var answered = new QuestionAnswered(channel, by) { Personal = new QuestionAnswered.Words(text) };
        return RecordAsync(
            id,
            "answer",
            (item, _) => item.HasQuestion && IsSomebody(channel, by) && !string.IsNullOrWhiteSpace(text) && item.State is not WorkItemState.Performing ? [answered] : [],
            () => string.IsNullOrWhiteSpace(text) ? "The answer is empty; write something." : "No question is open here any more.",
            cancellationToken);
    }

    public Task<DecisionOutcome> SettleAsync(WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, CancellationToken cancellationToken) =>
        RecordAsync(
            id,
            "effect/" + effect,
            (item, _) => !IsSomebody(channel, by) ? [] : item.FindEffect(effect)?.Settle(settlement, channel, by) ?? [],
            () => "There is nothing to settle here any more.",
            cancellationToken);

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
        return new CostReport
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

    /// <summary>A yes whose ground is lost decides nothing: the question is void at the same position, and is asked again with the difference.</summary>
    private IReadOnlyList<JournalEvent> Decide(WorkItem item, OperatorDecision decision, Surroundings around, out string told)
    {
        var approval = item.Approvals.FirstOrDefault(one => one.Id == decision.Approval);
        var answer = approval?.Decide(decision, around.Now, steps.NewNonce()) ?? new ApprovalAnswer.Told("There is no such card.");
        told = answer is ApprovalAnswer.Told said ? said.Sentence : string.Empty;
        if (answer is not ApprovalAnswer.Decided decided)
        {
            // That it is over is recorded with the tap that found it so, or a clock that goes back would open it again.
            return approval?.Expire(around.Now) ?? [];
        }

        if (decision.Kind is DecisionKind.Approve && Ground.LostBy(item, approval!, around) is { } lost)
        {
            told = "What this card relied on has changed, so nothing was approved; look at the new card. " + string.Join(' ', lost.Personal!.Differences);
            return [lost];
        }

        return decided.Events;
    }

    /// <summary>Records what the operator wants on the state as it is at that position, and carries it out before it answers.</summary>
    private async Task<DecisionOutcome> RecordAsync(
        WorkItemId id,
        string cause,
        Func<WorkItem, Surroundings, IReadOnlyList<JournalEvent>> decide,
        Func<string> told,
        CancellationToken cancellationToken)
    {
        switch (await recorder.RecordAsync(id, cause, decide, cancellationToken))
        {
            case AppendResult.Appended appended:
                var item = await loop.CarryOutAsync(appended).WaitAsync(cancellationToken);
                await offers.ConsiderAsync(item, cancellationToken);
                return told() is { Length: > 0 } refused && appended.Events[0] is (ApprovalVoided or ApprovalExpired)
                    ? new DecisionOutcome(Accepted: false, refused, views.Of(item))
                    : new DecisionOutcome(Accepted: true, SentenceOf(item), views.Of(item));
            case AppendResult.Nothing { Current: WorkItem { Version: > 0 } current }:
                return new DecisionOutcome(Accepted: false, told(), views.Of(current));
            default:
                return new DecisionOutcome(Accepted: false, "There is no such work item.", Item: null);
        }
    }

    /// <summary>Nobody's word counts as the operator's.</summary>
    private static bool IsSomebody(ChannelName channel, string by) => !string.IsNullOrWhiteSpace(by) && !string.IsNullOrWhiteSpace(channel.Value);

    private string SentenceOf(WorkItem item) => item.State switch
    {
        WorkItemState.Working when FrozenBecause is { } frozen => "It is noted, and waits: " + frozen,
        WorkItemState.Done => item.Effects.LastOrDefault(effect => effect.Sentence is not null)?.Sentence ?? "Done.",
        WorkItemState.Rejected => "Rejected; nothing was done.",
        WorkItemState.AwaitingApproval when item.CurrentApproval is { Phase: ApprovalPhase.HalfGranted, Decided: { } half } => half + ".",
        WorkItemState.AwaitingApproval => "There is a new card; look at it and decide.",
        WorkItemState.Undone => "It was taken back.",
        WorkItemState.NeedsAnswer => "There is a question for you.",
        WorkItemState.OutcomeUnknown => "It may have happened; look and say what became of it.",
        WorkItemState.Failed => item.Effects.LastOrDefault(effect => effect.Sentence is not null)?.Sentence ?? "It failed; nothing was done.",
        WorkItemState.Expired => "It expired; nothing was done.",
        WorkItemState.Forgotten => "Whom this is about was forgotten; nothing is left to do.",
        _ => "It is on its way.",
    };
}

using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Digests.Standing;

/// <summary>Looks how things stand: the rows of what is open, and of what waits the work items themselves.</summary>
internal sealed class StandingReader(IDesk desk, IControls controls, IJournalStore store, WorkspaceJournal journal, NextDues next)
{
    public const int MostListed = 8;

    private const int PageSize = 200;
    private const int OnlyTap = 1;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);

    public async Task<DigestStanding> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        var waiting = await WaitingAsync(open, cancellationToken);
        var overdue = journal.Ledger.Budget.Model.Calls.Values.Where(call => now >= call.Deadline).ToArray();
        return new DigestStanding
        {
            Oldest = await ListedAsync(waiting, cancellationToken),
            Decisions = waiting.Count(static item => item.State is WorkItemState.AwaitingApproval),
            Questions = waiting.Count(static item => item.State is WorkItemState.NeedsAnswer),
            Unknown = waiting.Count(static item => item.State is WorkItemState.OutcomeUnknown),
            Drift = waiting.Count(static item => item.Received?.Channel == ChannelName.Reconciliation),
            ExpireSoon = waiting.Count(item => item.State is WorkItemState.AwaitingApproval && item.CurrentApproval!.Asked.ExpiresAt <= now + Soon),
            WakeSoon = open.Count(row => row.State is WorkItemState.Working && row.WakeAt > now && row.WakeAt <= now + Soon),
            Offers = [.. (await controls.AutonomyAsync(cancellationToken)).Where(static one => one.State == "offered")],
            Next = await next.WithinAsync(now, Soon, cancellationToken),
            UntoldCalls = overdue.Length,
            UntoldCost = [.. overdue.GroupBy(static call => call.Amount.Currency).OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => Amounts.OfFine(one.Aggregate(Int128.Zero, static (sum, call) => sum + call.Fine()), one.Key))],
            FrozenBecause = desk.FrozenBecause,
            Head = await store.HeadAsync(cancellationToken),
        };
    }

    private async Task<List<WorkItemRow>> OpenAsync(CancellationToken cancellationToken)
    {
        var rows = new List<WorkItemRow>();
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, rows.Count == 0 ? null : rows[^1].Id, openOnly: true, cancellationToken);
            rows.AddRange(page);
            if (page.Count < PageSize)
            {
                return rows;
            }
        }
    }

    /// <summary>The oldest first. A row may be older than the work item, which counts.</summary>
    private async Task<List<WorkItem>> WaitingAsync(List<WorkItemRow> open, CancellationToken cancellationToken)
    {
        var waiting = new List<WorkItem>();
        foreach (var row in Enumerable.Reverse(open).Where(static row => Waits(row.State)))
        {
            if (await journal.LoadAsync(StreamId.Of(row.Id), cancellationToken) is WorkItem { Version: > 0 } item && Waits(item.State))
            {
                waiting.Add(item);
            }
        }

        return waiting;
    }

    private async Task<IReadOnlyList<WaitingItem>> ListedAsync(List<WorkItem> waiting, CancellationToken cancellationToken)
    {
        var listed = new List<WaitingItem>(MostListed);
        foreach (var item in waiting.OrderBy(static item => RankOf(item.State)).Take(MostListed))
        {
            if (await desk.FindAsync(item.Id, cancellationToken) is { } view)
            {
                listed.Add(ListedOf(view));
            }
        }

        return listed;
    }

    private static WaitingItem ListedOf(WorkItemView view)
    {
        var approval = view.State is WorkItemState.AwaitingApproval ? view.Approvals.LastOrDefault(static one => one.State == "open") : null;
        return new WaitingItem(view.Id, view.State, view.Card.Title, [.. (approval?.Effects ?? []).Select(static effect => effect.Title)])
        {
            ExpiresAt = approval?.ExpiresAt,
            Approval = approval?.Id,
            Taps = approval is { Tier: OnlyTap, Confirm: null }
                ? [.. CardButton.Of(view.Card).Select(static button => button.Tap).OfType<CardTap.Decide>().Where(static tap => tap.Kind is not DecisionKind.Change)]
                : [],
        };
    }

    private static bool Waits(WorkItemState state) => state is WorkItemState.AwaitingApproval or WorkItemState.NeedsAnswer or WorkItemState.OutcomeUnknown;

    private static int RankOf(WorkItemState state) => state switch
    {
        WorkItemState.AwaitingApproval => 0,
        WorkItemState.NeedsAnswer => 1,
        _ => 2,
    };
}

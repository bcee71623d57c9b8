using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Simulation.Controls;

/// <summary>Takes a decision whatever the card showed that was tapped, or whatever else is wrong with the tap.</summary>
internal sealed class BlindDesk(IDesk inner, Func<OperatorDecision, ApprovalView, OperatorDecision> mend) : IDesk
{
    public string? FrozenBecause => inner.FrozenBecause;

    public string? DamagedBecause => inner.DamagedBecause;

    public async Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken)
    {
        var item = await inner.FindAsync(decision.Approval, cancellationToken);
        var card = item?.Approvals.FirstOrDefault(approval => approval.Id == decision.Approval);
        return await inner.DecideAsync(card is null ? decision : mend(decision, card), cancellationToken);
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

    public Task<DecisionOutcome> UndoAsync(WorkItemId id, ChannelName channel, string by, CancellationToken cancellationToken) =>
        inner.UndoAsync(id, channel, by, cancellationToken);

    public Task<DecisionOutcome> AnswerAsync(WorkItemId id, string text, ChannelName channel, string by, CancellationToken cancellationToken) =>
        inner.AnswerAsync(id, text, channel, by, cancellationToken);

    public Task<DecisionOutcome> SettleAsync(WorkItemId id, EffectId effect, Settlement settlement, ChannelName channel, string by, CancellationToken cancellationToken) =>
        inner.SettleAsync(id, effect, settlement, channel, by, cancellationToken);

    public Task<WorkItemView?> FindAsync(WorkItemId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<WorkItemView?> FindAsync(ApprovalId id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<WorkItemView>> RecentAsync(int count, WorkItemId? before, bool openOnly, CancellationToken cancellationToken) =>
        inner.RecentAsync(count, before, openOnly, cancellationToken);

    public Task<IReadOnlyList<TimelineEntry>> TimelineAsync(WorkItemId id, CancellationToken cancellationToken) => inner.TimelineAsync(id, cancellationToken);

    public Task<JournalPage> JournalAsync(int count, long? before, CancellationToken cancellationToken) => inner.JournalAsync(count, before, cancellationToken);

    public Task<ChainReport> VerifyAsync(CancellationToken cancellationToken) => inner.VerifyAsync(cancellationToken);

    public Task<CostReport> CostsAsync(CancellationToken cancellationToken) => inner.CostsAsync(cancellationToken);

    public IAsyncEnumerable<WorkItemId> WatchAsync(CancellationToken cancellationToken) => inner.WatchAsync(cancellationToken);
}

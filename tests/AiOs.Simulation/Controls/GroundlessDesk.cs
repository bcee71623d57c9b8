using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Simulation.Controls;

/// <summary>Takes a yes without looking whether what it relied on still holds.</summary>
internal sealed class GroundlessDesk(IDesk inner, StepRecorder recorder, WorkItemLoop loop) : IDesk
{
    public string? FrozenBecause => inner.FrozenBecause;

    public string? DamagedBecause => inner.DamagedBecause;

    public async Task<DecisionOutcome> DecideAsync(OperatorDecision decision, CancellationToken cancellationToken)
    {
        var item = await inner.FindAsync(decision.Approval, cancellationToken);
        if (item is null)
        {
            return await inner.DecideAsync(decision, cancellationToken);
        }

        var recorded = await recorder.RecordAsync(item.Id, "approval/" + decision.Approval, (state, around) => Decide(state, decision, around), cancellationToken);
        if (recorded is AppendResult.Appended appended)
        {
            await loop.CarryOutAsync(appended);
        }

        return new DecisionOutcome(Accepted: false, "It is taken down.", Item: null);
    }

    private static IReadOnlyList<JournalEvent> Decide(WorkItem item, OperatorDecision decision, Surroundings around) =>
        item.Approvals.First(one => one.Id == decision.Approval).Decide(decision, around.Now, decision.Nonce + "0") is ApprovalAnswer.Decided decided ? decided.Events : [];

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

using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Journal;

/// <summary>What is kept beside the journal, as a pure function of states: live and rebuilt are made here and nowhere else.</summary>
internal static class ProjectionRows
{
    public static Projections Of(IEnumerable<Aggregate> states, IReadOnlyList<ApprovalRow> approvals, LedgerRow? ledger)
    {
        var items = new List<WorkItemRow>();
        var records = new List<RecordRow>();
        foreach (var state in states)
        {
            switch (state)
            {
                case WorkItem { Version: > 0 } item:
                    items.Add(RowOf(item));
                    break;
                case RecordState { Version: > 0 } record:
                    records.Add(new RecordRow(record.Id, record.Version));
                    break;
                case PolicyState { Version: > 0 } policy:
                    records.Add(new RecordRow(PolicyState.Id, policy.Version));
                    break;
                default:
                    break;
            }
        }

        return new Projections { WorkItems = items, Approvals = approvals, Records = records, Ledger = ledger };
    }

    public static IEnumerable<ApprovalRow> ApprovalsIn(Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (happened is ApprovalRequested asked && WorkItemId.TryParse(commit.Stream.Value, out var item))
            {
                yield return new ApprovalRow(asked.Approval, item);
            }
        }
    }

    private static WorkItemRow RowOf(WorkItem item) => new(
        item.Id,
        item.State,
        item.Intent?.Category,
        item.OpenedAt,
        item.WakeAt,
        item.CountEffects(Effects.EffectPhase.Done),
        item.CountEffects(Effects.EffectPhase.Failed),
        item.CountEffects(Effects.EffectPhase.Unknown));
}

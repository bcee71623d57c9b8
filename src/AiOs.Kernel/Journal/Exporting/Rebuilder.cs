using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Ledger;

namespace AiOs.Kernel.Journal.Exporting;

/// <summary>Makes every projection anew from the journal, and says whether what was there had been the same.</summary>
internal sealed class Rebuilder(IJournalStore store, WorkspaceJournal journal, LedgerKeeper ledgers, ILessons lessons)
{
    private const int PageSize = 500;

    public async Task<(bool Same, long Commits)> RebuildAsync(CancellationToken cancellationToken)
    {
        var states = new Dictionary<StreamId, Aggregate>();
        var approvals = new List<ApprovalRow>();
        var live = await store.ReadProjectionsAsync(cancellationToken);
        var ledger = new WorkspaceLedger();
        var sameLedger = live.Ledger is null;
        var position = 0L;
        while (await store.ReadAsync(position + 1, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            var keys = new PageKeys(journal);
            foreach (var stored in page)
            {
                var commit = CommitReader.Read(stored, await keys.FindAsync(stored.Stream, cancellationToken));
                states[stored.Stream] = states.GetValueOrDefault(stored.Stream, Aggregates.Empty(stored.Stream)).Apply(commit);
                approvals.AddRange(ProjectionRows.ApprovalsIn(commit));
                ledger = ledger.Apply(commit, ledgers.Zone);
                sameLedger |= ledger.Position == live.Ledger?.Position && LedgerKeeper.TextOf(ledger) == live.Ledger.Body;
                position = stored.Position;
            }
        }

        var rebuilt = ProjectionRows.Of(states.Values, approvals, position == 0 ? null : new LedgerRow(position, LedgerKeeper.TextOf(ledger)));
        var same = sameLedger && Same(rebuilt, live);
        await store.ReplaceProjectionsAsync(rebuilt, cancellationToken);
        lessons.Restart();
        return (same, position);
    }

    private static bool Same(Projections rebuilt, Projections live) =>
        rebuilt.WorkItems.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal).SequenceEqual(live.WorkItems.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal))
        && rebuilt.Approvals.OrderBy(row => row.Approval.ToString(), StringComparer.Ordinal).SequenceEqual(live.Approvals.OrderBy(row => row.Approval.ToString(), StringComparer.Ordinal))
        && rebuilt.Records.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal).SequenceEqual(live.Records.OrderBy(row => row.Id.ToString(), StringComparer.Ordinal));
}

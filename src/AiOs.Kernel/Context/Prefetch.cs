using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Agents;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Context;

/// <summary>After a start, gathers what the operator will most likely come back to: what waits for a decision, and whatever is open of a VIP.</summary>
internal sealed class Prefetch(BriefContext context, RecordReader records, WorkspaceJournal journal, IJournalStore store, AgentRoster roster)
{
    private const int Most = 200;

    /// <summary>Gathers once. Nothing is recorded, and memory that cannot be asked is no fault here.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.ListWorkItemsAsync(Most, before: null, openOnly: true, cancellationToken))
        {
            if (await journal.LoadAsync(StreamId.Of(row.Id), cancellationToken) is not WorkItem { Ended: null, Content: { } content, Intent: { } intent } item)
            {
                continue;
            }

            var known = await records.KnownToAsync(content, item.Received!.Authority, cancellationToken);
            if (item.State is WorkItemState.AwaitingApproval || known.Any(LowPriority.IsVip))
            {
                await context.GatherAsync(item, intent.Category, roster.For(intent).Grant, known, await context.LessonsAsync(item, cancellationToken), cancellationToken);
            }
        }
    }
}

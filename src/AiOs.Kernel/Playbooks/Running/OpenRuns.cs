using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>Finds the runs that are not over.</summary>
internal sealed class OpenRuns(WorkspaceJournal journal, IJournalStore store)
{
    private const int PageSize = 200;

    /// <summary>The open runs, newest first: of one playbook, or of all.</summary>
    public async Task<IReadOnlyList<OpenRun>> FindAsync(RecordId? playbook, CancellationToken cancellationToken)
    {
        var found = new List<OpenRun>();
        WorkItemId? before = null;
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            foreach (var row in page)
            {
                if (await journal.LoadAsync(StreamId.Of(row.Id), cancellationToken) is WorkItem { Ended: null, Content.Occasion: Occasion.PlaybookCalled called } item
                    && (playbook is null || called.Playbook == playbook))
                {
                    found.Add(new OpenRun(item, called));
                }
            }

            if (page.Count < PageSize)
            {
                return found;
            }

            before = page[^1].Id;
        }
    }

    /// <summary>
    /// Whether another run is at the same. The one that only begins gives way; of two that began at the same moment the newer one does, before its
    /// next step.
    /// </summary>
    public async Task<bool> HasOtherAsync(WorkItem item, Occasion.PlaybookCalled called, CancellationToken cancellationToken) =>
        (await FindAsync(called.Playbook, cancellationToken)).Any(other => other.Item.Id != item.Id && other.Called.Subject == called.Subject
            && (item.Run is null || string.CompareOrdinal(other.Item.Id.ToString(), item.Id.ToString()) < 0));
}

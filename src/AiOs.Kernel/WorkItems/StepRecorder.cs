using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.WorkItems.Preparing;

namespace AiOs.Kernel.WorkItems;

/// <summary>Records what happens to work items: some facts, and all that follows from them without looking outside.</summary>
internal sealed class StepRecorder(WorkspaceJournal journal, PureSteps steps, Outlook outlook)
{
    /// <summary>Records what is decided on the work item as it is where the commit will stand.</summary>
    public Task<AppendResult> RecordAsync(WorkItemId id, string cause, Func<WorkItem, Surroundings, IReadOnlyList<JournalEvent>> decide, CancellationToken cancellationToken) =>
        RecordAsync(id, cause, dedupe: null, decide, cancellationToken);

    /// <summary>The same for something that may be delivered again: what a repeat is told by is part of the commit.</summary>
    public Task<AppendResult> RecordAsync(WorkItemId id, string cause, string? dedupe, Func<WorkItem, Surroundings, IReadOnlyList<JournalEvent>> decide, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Of(id),
            Cause = cause,
            Dedupe = dedupe,
            Reads = state => Outlook.ReadsOf(state, Prepared.Nothing),
            Decide = at => at.State is WorkItem { Version: > 0 } item ? Decide(item, outlook.At(at), decide) : [],
        };
        return journal.AppendAsync(request, cancellationToken);
    }

    /// <summary>Records what was prepared and all that follows from it, unless the work item or something that was read for it has moved.</summary>
    public Task<AppendResult> RecordAsync(WorkItem item, Prepared prepared, CancellationToken cancellationToken) => journal.AppendAsync(
        new AppendRequest
        {
            Stream = item.Stream,
            Cause = "step",
            Reads = state => Outlook.ReadsOf(state, prepared),
            Decide = at => at.State.Version == item.Version ? Follow(item, prepared, at) : [],
        },
        cancellationToken);

    /// <summary>What was prepared with all that follows from it; nothing where something that was read for it has moved.</summary>
    public IReadOnlyList<JournalEvent> Follow(WorkItem item, Prepared prepared, Standpoint at)
    {
        var around = outlook.At(at);
        if (prepared.Read.Any(read => (around.Find(read.Record)?.Version ?? 0) != read.Version))
        {
            return [];
        }

        return prepared.Facts.Count == 0 ? steps.Run(item, around) : AndOn(item, prepared.Facts, around);
    }

    private IReadOnlyList<JournalEvent> Decide(WorkItem item, Surroundings around, Func<WorkItem, Surroundings, IReadOnlyList<JournalEvent>> decide) =>
        AndOn(item, decide(item, around), around);

    private IReadOnlyList<JournalEvent> AndOn(WorkItem item, IReadOnlyList<JournalEvent> facts, Surroundings around) =>
        facts.Count == 0 ? [] : [.. facts, .. steps.Run(item.Apply(facts, around.Now), around)];
}

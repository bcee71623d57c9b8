using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Schedules;
using AiOs.Kernel.Playbooks.Reading;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>A playbook is due by the clock, or the operator typed the words that start it. Nobody else's words ever do.</summary>
internal sealed class CallRoutine(PlaybookShelf shelf, StartDrafts drafts) : IRoutine
{
    public bool Fits(WorkItem item) => item.Content?.Occasion is Occasion.Fired { Kind: FiringKind.Playbook };

    /// <summary>What was begun as a call stays one, whatever the playbooks say by now.</summary>
    public async Task<bool> HearsAsync(WorkItem item, CancellationToken cancellationToken) =>
        RecordReader.IsTyped(item.Content, item.Received!.Authority) && item.Content is { Attachments.Count: 0, Forwarder: null }
        && (item.Plan is { } plan ? plan.Agent == AgentName.Playbook : await shelf.HearAsync(item.Content.Text, cancellationToken) is not null);

    public async Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var fired = item.Content!.Occasion as Occasion.Fired;
        var playbook = fired is null ? await shelf.HearAsync(item.Content.Text, cancellationToken) : await shelf.FindAsync(fired.Target, cancellationToken);
        var why = fired is null ? "you said so" : $"{fired.Schedule} was due";
        return playbook switch
        {
            { Document: { } document } => await drafts.OfAsync(playbook, document, why, cancellationToken),
            { Reading: PlaybookReading.Bad bad } => StartDrafts.Draft($"Version {playbook.Version} of {playbook.Id} cannot be run; line {bad.Line}: {bad.Reason}", [], why),
            _ => StartDrafts.Draft($"There is no playbook {fired?.Target ?? "of these words any more"}; /playbooks lists what there is.", [], why),
        };
    }
}

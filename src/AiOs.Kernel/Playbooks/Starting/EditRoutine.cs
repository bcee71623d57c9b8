using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>Proposes the new text of a playbook that the operator typed.</summary>
internal sealed class EditRoutine(PlaybookShelf shelf) : IRoutine
{
    public bool Fits(WorkItem item) => item is { Content.Occasion: Occasion.PlaybookEdited, Received.Authority: Authority.Operator };

    public async Task<RoutineDraft> DraftAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var id = ((Occasion.PlaybookEdited)item.Content!.Occasion!).Playbook;
        var now = await shelf.FindAsync(id.Key, cancellationToken);
        var arguments = new PlaybookChangeArguments(id, now?.Version ?? 0, now?.Text ?? string.Empty, item.Content.Text);
        return new RoutineDraft(AgentName.Playbook, new ProposalDraft
        {
            Summary = now is null ? $"Keep a new playbook, {id.Key}." : $"Change the playbook {id.Key}.",
            Reasons = ["you typed it"],
            Confidence = Confidence.Certain,
            Effects = [new EffectDraft(EffectKind.PlaybookChange, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.PlaybookChangeArguments))],
        });
    }
}

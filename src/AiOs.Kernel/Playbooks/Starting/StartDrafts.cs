using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Playbooks.Running;
using AiOs.Kernel.WorkItems.Routines;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>Proposes the runs of a playbook: one for each Record that it is for, and none for one that a run is at already.</summary>
internal sealed class StartDrafts(IRecords records, ScopeReader scopes, OpenRuns runs)
{
    /// <summary>How many runs are started at once. The rest is said, and comes with the next call.</summary>
    public const int MostRuns = 100;

    private const int PageSize = 200;

    public async Task<RoutineDraft> OfAsync(PlaybookVersion playbook, PlaybookDocument document, string why, CancellationToken cancellationToken)
    {
        var open = await runs.FindAsync(playbook.Id, cancellationToken);
        if (document.ForEach is not { } selection)
        {
            return open.Count > 0
                ? Draft($"{document.Title}: nothing to do, since a run of it is open.", [], why)
                : Draft($"{document.Title}: one run.", [Start(playbook, document, subject: null)], why);
        }

        var fits = await FittingAsync(selection, cancellationToken);
        var free = fits.Where(id => !open.Any(run => run.Called.Subject == id)).ToArray();
        var busy = fits.Count - free.Length;
        var sentence = free.Length == 0
            ? $"{document.Title}: nothing to do; {(busy > 0 ? $"a run is at each of the {busy} already" : $"no {selection.Type} is one for it")}."
            : $"{document.Title}: {free.Length} {(free.Length == 1 ? "run" : "runs")}{(busy > 0 ? $"; {busy} more are under way" : string.Empty)}.";
        var left = free.Length - MostRuns;
        return Draft(
            left > 0 ? $"{sentence} Only the first {MostRuns} begin now; {left} are left for the next time." : sentence,
            [.. free.Take(MostRuns).Select(id => Start(playbook, document, id))],
            why);
    }

    public static PlaybookStartArguments Arguments(PlaybookVersion playbook, PlaybookDocument document, RecordId? subject) =>
        new(playbook.Id, playbook.Version, subject, PlaybookWords.Run(document, subject?.ToString()));

    public static RoutineDraft Draft(string sentence, IReadOnlyList<EffectDraft> effects, string why) =>
        new(AgentName.Playbook, new ProposalDraft { Summary = sentence, Reasons = [why], Confidence = Confidence.Certain, Effects = effects });

    private static EffectDraft Start(PlaybookVersion playbook, PlaybookDocument document, RecordId? subject) =>
        new(EffectKind.PlaybookStart, JsonSerializer.Serialize(Arguments(playbook, document, subject), ArgumentsJson.Default.PlaybookStartArguments));

    private async Task<List<RecordId>> FittingAsync(PlaybookSelection selection, CancellationToken cancellationToken)
    {
        var fits = new List<RecordId>();
        RecordId? after = null;
        do
        {
            var page = await records.ListAsync(selection.Type, after, PageSize, cancellationToken);
            foreach (var record in page.Records)
            {
                var scope = await scopes.ReadAsync(record, cancellationToken);
                if (selection.Where.All(condition => condition.Holds(scope)))
                {
                    fits.Add(record.Id);
                }
            }

            after = page.Next;
        }
        while (after is not null);
        return fits;
    }
}

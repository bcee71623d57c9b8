using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Reconciling;

/// <summary>
/// Asks the outside about every effect of which nobody could tell whether it happened. Where it is found, it happened; where it is not, nothing
/// changes, and nothing is ever done again for it.
/// </summary>
internal sealed partial class UnknownOutcomes(
    IJournalStore store, WorkspaceJournal journal, StepRecorder recorder, WorkItemLoop loop, IEffectDispatcher dispatcher, EffectCatalog catalog, ILogger<UnknownOutcomes> logger)
{
    private const int PageSize = 200;

    /// <summary>Asks about all of them.</summary>
    /// <returns>How many were asked about, and how many are settled by it.</returns>
    public async Task<(int Looked, int Settled)> SettleAsync(CancellationToken cancellationToken)
    {
        var (looked, settled) = (0, 0);
        foreach (var id in await UnknownAsync(cancellationToken))
        {
            if (await journal.LoadAsync(StreamId.Of(id), cancellationToken) is not WorkItem item)
            {
                continue;
            }

            foreach (var effect in item.Effects.Where(effect => effect is { Phase: EffectPhase.Unknown, Effect: not null }))
            {
                looked++;
                settled += await SettleAsync(id, effect, cancellationToken) ? 1 : 0;
            }
        }

        return (looked, settled);
    }

    private async Task<bool> SettleAsync(WorkItemId id, EffectAttempt effect, CancellationToken cancellationToken)
    {
        try
        {
            if (await dispatcher.LookUpAsync(effect, cancellationToken) is not EffectLookUp.Found found)
            {
                return false;
            }

            var terms = catalog.TermsOf(effect.Line.Kind);
            var recorded = await recorder.RecordAsync(
                id,
                "reconciliation/" + effect.Id,
                (state, around) => state.FindEffect(effect.Id) is { } now && now.Attempt == effect.Attempt ? now.Take(found, around.Now, terms) : [],
                cancellationToken);
            if (recorded is not AppendResult.Appended appended)
            {
                return false;
            }

            await loop.CarryOutAsync(appended).WaitAsync(cancellationToken);
            return true;
        }
        catch (AiOsException fault) when (!fault.IsTransient)
        {
            // Its connector is not configured any more: one of them must not keep the others from being asked about.
            LogSkipped(logger, fault, effect.Id.ToString());
            return false;
        }
    }

    private async Task<List<WorkItemId>> UnknownAsync(CancellationToken cancellationToken)
    {
        var found = new List<WorkItemId>();
        WorkItemId? before = null;
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            found.AddRange(page.Where(row => row.State is WorkItemState.OutcomeUnknown).Select(row => row.Id));
            if (page.Count < PageSize)
            {
                return found;
            }

            before = page[^1].Id;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be asked what became of effect {Effect}.")]
    private static partial void LogSkipped(ILogger logger, Exception fault, string effect);
}

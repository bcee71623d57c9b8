using System.Globalization;
using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Restoring;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Restoring;

/// <summary>
/// Keeps a workspace that was put back from a copy frozen until the operator says go. Then everything that may have gone on after the copy was
/// made is thought again while nothing can run, the heads are signed anew, and only then the mark goes. Interrupted, it is done again.
/// </summary>
internal sealed class RestoreGo(WorkspaceJournal journal, IJournalStore store, StepRecorder recorder, EffectCatalog catalog, HeadKeeper keeper, HostState host, IRestoreMarks marks)
{
    private const int PageSize = 200;

    /// <summary>Looks for a mark at the start.</summary>
    /// <returns>Whether there is one; its sentence then freezes the host.</returns>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        if (marks.Read() is not { } mark)
        {
            return false;
        }

        if (!mark.Complete)
        {
            throw new AiOsException($"An import of a copy that ends at position {mark.Position} was interrupted, so the store is not whole; run it again to its end.");
        }

        if (await store.ReadAsync(mark.Position, 1, cancellationToken) is not [var last] || last.Hash != mark.Hash)
        {
            host.Freeze($"The store is not the copy that was put back: its position {mark.Position} is another commit or missing.");
            return true;
        }

        host.Hold($"This is a copy that was put back; it ends at position {mark.Position}. {LostIn(mark)} Nothing leaves before you say /resume.");
        return true;
    }

    /// <summary>Lets a restored workspace go on.</summary>
    /// <returns>What came of it; nothing where no mark stands.</returns>
    public async Task<ControlOutcome?> GoAsync(ChannelName channel, string by, CancellationToken cancellationToken)
    {
        if (marks.Read() is not { Complete: true } mark)
        {
            return null;
        }

        await journal.AppendAsync(
            new AppendRequest
            {
                Stream = StreamId.Workspace,
                Cause = "restore/" + mark.Id,
                Decide = at => at.State is WorkspaceStream { Restored: var known } && known.Contains(mark.Id) ? [] : [new WorkspaceRestored(mark.Id, mark.Position, mark.Seen, channel, by)],
            },
            cancellationToken);
        var reviewed = mark.MayHaveLost ? await ReviewAsync(mark.Id, cancellationToken) : 0;
        await journal.ReadHeadAsync(cancellationToken);
        keeper.SignAnew();
        marks.Write(null);
        host.Release();
        return new ControlOutcome(Accepted: true, string.Create(CultureInfo.InvariantCulture, $"Everything goes on from position {mark.Position} of the copy. {LostIn(mark)} {Said(reviewed)}").TrimEnd());
    }

    private static string Said(int reviewed) => reviewed == 0
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{reviewed} open work items may have gone on since: what was on its way is yours to settle, and what waited for you is asked again.");

    private static string LostIn(RestoreMark mark) => mark switch
    {
        { Seen: { } seen } when seen > mark.Position => string.Create(CultureInfo.InvariantCulture, $"Positions {mark.Position + 1} to {seen}, which a signed head outside names, are lost with it."),
        { MayHaveLost: true } => "No signed head outside ends where it ends, so something may be lost with it.",
        _ => "A signed head outside ends there too, so nothing is lost.",
    };

    private async Task<int> ReviewAsync(string restore, CancellationToken cancellationToken)
    {
        var reviewed = 0;
        WorkItemId? before = null;
        while (await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                var result = await recorder.RecordAsync(row.Id, "restore/" + restore, (item, around) => AfterRestore.Decide(item, restore, around.Policy.Version, KeepsKeys), cancellationToken);
                reviewed += result is AppendResult.Appended ? 1 : 0;
            }

            before = page[^1].Id;
        }

        return reviewed;
    }

    private bool KeepsKeys(EffectAttempt effect) => catalog.TermsOf(effect.Line.Kind).KeepsKeys;
}

using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Controls;

/// <summary>Stops every effect, and lets them go on. The journal decides, so it holds on every host that shares the store.</summary>
internal sealed class FreezeControl(WorkspaceJournal journal, WakeUps wakeUps, HostState host, RestoreGo restored)
{
    public async Task<ControlOutcome> FreezeAsync(ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Workspace,
            Cause = "freeze",
            Decide = at => at.Ledger.Frozen is null ? [new WorkspaceFrozen(channel, by)] : [],
        };
        return await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended
            ? new ControlOutcome(Accepted: true, "Everything is frozen: nothing leaves until /resume. What was on its way before may still end.")
            : new ControlOutcome(Accepted: true, journal.Ledger.Frozen?.Sentence ?? "Everything is frozen.");
    }

    public async Task<ControlOutcome> ResumeAsync(ChannelName channel, string by, CancellationToken cancellationToken)
    {
        var request = new AppendRequest
        {
            Stream = StreamId.Workspace,
            Cause = "resume",
            Decide = at => at.Ledger.Frozen is null ? [] : [new WorkspaceResumed(channel, by)],
        };
        if (host.DamagedBecause is { } damaged)
        {
            return new ControlOutcome(Accepted: false, "This cannot be resumed from here: " + damaged);
        }

        var gone = await restored.GoAsync(channel, by, cancellationToken);
        var resumed = await journal.AppendAsync(request, cancellationToken) is AppendResult.Appended;
        if (!resumed && gone is null)
        {
            return new ControlOutcome(Accepted: true, "Nothing was frozen.");
        }

        await wakeUps.ResumeAsync(cancellationToken);
        return gone ?? new ControlOutcome(Accepted: true, "Everything goes on.");
    }
}

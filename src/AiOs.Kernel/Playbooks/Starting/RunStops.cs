using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Controls.Commands;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Starting;

/// <summary>Stops runs by the operator's word. What was done stays done; what is under way may still end.</summary>
internal sealed class RunStops(StepRecorder recorder, WorkItemLoop loop)
{
    /// <returns>Whether it was open, and is stopped now.</returns>
    public async Task<bool> StopAsync(WorkItemId id, Caller who, CancellationToken cancellationToken)
    {
        var recorded = await recorder.RecordAsync(
            id,
            "playbook/stop",
            (item, _) => item is { Ended: null, Content.Occasion: Occasion.PlaybookCalled, Run: not { Stopped: true } } ? [new PlaybookStopped(who.Channel, who.By)] : [],
            cancellationToken);
        if (recorded is not AppendResult.Appended appended)
        {
            return false;
        }

        await loop.CarryOutAsync(appended).WaitAsync(cancellationToken);
        return true;
    }
}

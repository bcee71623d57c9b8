using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Json;
using AiOs.Kernel.Approvals;

namespace AiOs.Kernel.WorkItems;

/// <summary>Whether what was done may still be taken back. Pure.</summary>
internal static class TakingBack
{
    /// <summary>Until when it is offered; nothing where there is nothing to take back.</summary>
    public static DateTimeOffset? OfferedUntil(WorkItem item, TimeSpan window) =>
        item.Ended is WorkItemState.Done && item.Plan is { Compensates: false } && item.Reversible.Any() ? item.EndedAt + window : null;

    public static IReadOnlyList<JournalEvent> Ask(WorkItem item, Surroundings around, ChannelName channel, string by, out string told)
    {
        told = string.Empty;
        if (UndoSend.IsStoppable(item))
        {
            return item.UndoAsked ? [] : [new UndoRequested(item.Plan!.Id, channel, by)];
        }

        if (item.State is WorkItemState.Performing)
        {
            told = "It is on its way already and cannot be stopped any more.";
            return [];
        }

        if (OfferedUntil(item, around.Policy.Document.Approvals.UndoFor) is not { } until)
        {
            told = "There is nothing here that can be taken back.";
            return [];
        }

        if (around.Now < until)
        {
            return [new UndoRequested(item.Plan!.Id, channel, by)];
        }

        told = $"This could be taken back until {InstantConverter.ToText(until)}; that is over.";
        return [];
    }
}

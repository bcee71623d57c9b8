using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Records.Owners;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Journal;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Reconciling;

/// <summary>Asks the operator about each drift: once, until it changes or comes back after it was gone.</summary>
internal sealed class DriftDesk(IInbox inbox, WorkspaceJournal journal, IJournalStore store)
{
    private const int MostTimes = 100;
    private const int PageSize = 200;

    /// <summary>Opens a work item for a drift, unless it was asked about.</summary>
    /// <param name="drift">The drift.</param>
    /// <param name="people">The mail addresses of the people it is about.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether one was opened.</returns>
    public async Task<bool> OpenAsync(Drift drift, IReadOnlyList<string> people, CancellationToken cancellationToken)
    {
        for (var time = 1; time <= MostTimes; time++)
        {
            var receipt = await inbox.ReceiveAsync(MessageOf(drift, people, time), cancellationToken);
            if (!receipt.Repeated)
            {
                return true;
            }

            if (await journal.LoadAsync(StreamId.Of(receipt.WorkItem), cancellationToken) is not WorkItem item || !IsNewAgain(item))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>How many drifts wait for the operator.</summary>
    public async Task<int> CountOpenAsync(CancellationToken cancellationToken)
    {
        var open = 0;
        WorkItemId? before = null;
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            foreach (var row in page.Where(row => row.State is WorkItemState.AwaitingApproval or WorkItemState.NeedsAnswer))
            {
                open += await journal.LoadAsync(StreamId.Of(row.Id), cancellationToken) is WorkItem { Received.Channel: var channel } && channel == ChannelName.Reconciliation ? 1 : 0;
            }

            if (page.Count < PageSize)
            {
                return open;
            }

            before = page[^1].Id;
        }
    }

    /// <summary>
    /// What was repaired, or was the same for a while without anybody's word, and differs again is another drift; so is what could not be repaired. A
    /// no stays a no.
    /// </summary>
    private static bool IsNewAgain(WorkItem item) => item.Ended switch
    {
        WorkItemState.Failed => true,
        WorkItemState.Done => item.CountEffects(EffectPhase.Done) > 0 || item.OperatorWords.IsEmpty,
        _ => false,
    };

    private static InboundMessage MessageOf(Drift drift, IReadOnlyList<string> people, int time) => new()
    {
        Channel = ChannelName.Reconciliation,
        Authority = Authority.System,
        DedupeKey = $"{drift.Connector}\n{drift.Record}\n{drift.Field}\n{(drift.Ours is null ? "-" : "+" + drift.Ours)}\n{drift.Theirs}\n{time}",
        Content = new MessageContent
        {
            Origin = ContentOrigin.Program,
            Subject = $"{drift.Connector} differs: {drift.Field} of {drift.Record}",
            Text = $"{drift.Field} of {drift.Record} is {drift.Ours ?? "empty"} here; {drift.Connector} says {drift.Theirs}.",
            Recipients = [.. people.Select(person => new Mailbox(null, person))],
            Occasion = new Occasion.DriftFound(drift.Connector, drift.Record, drift.Field, drift.Version, drift.Ours, drift.Theirs),
        },
    };
}

using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Context;
using AiOs.Kernel.Sharing;
using AiOs.Kernel.Timing;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.WorkItems;

/// <summary>Looks at every open work item after a start, and at each whose time has come.</summary>
internal sealed partial class WakeUps(WorkItemLoop loop, Prefetch prefetch, IJournalStore store, HostPresence presence, TimeProvider time, ILogger<WakeUps> logger)
{
    private const int PageSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Takes the next step of everything that an earlier start left on its way.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        WorkItemId? before = null;
        while (true)
        {
            var page = await store.ListWorkItemsAsync(PageSize, before, openOnly: true, cancellationToken);
            foreach (var row in page.Where(row => row.State is WorkItemState.Working or WorkItemState.Performing))
            {
                await WakeAsync(row.Id, cancellationToken);
            }

            if (page.Count < PageSize)
            {
                return;
            }

            before = page[^1].Id;
        }
    }

    /// <summary>
    /// Takes up what an earlier start left, then watches the clock until it is told to stop, and takes up what a host left that shared the store.
    /// A store that is away is asked again.
    /// </summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var resumed = false;
        Task? warming = null;
        do
        {
            try
            {
                if (await presence.LookAsync(cancellationToken) || !resumed)
                {
                    await ResumeAsync(cancellationToken);
                    resumed = true;
                }

                await WakeDueAsync(cancellationToken);
                warming ??= WarmAsync(cancellationToken);
            }
            catch (AiOsException fault)
            {
                LogStore(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>
    /// Takes every step that is due, and says how many work items had one. Whatever only waits stays due, so a page that is full of that must not hide
    /// what comes after it.
    /// </summary>
    public async Task<int> WakeDueAsync(CancellationToken cancellationToken)
    {
        var woken = new HashSet<WorkItemId>();
        for (var count = PageSize; ; count *= 2)
        {
            var due = await store.ListDueAsync(time.Instant(), count, cancellationToken);
            foreach (var id in due.Where(woken.Add))
            {
                await WakeAsync(id, cancellationToken);
            }

            if (due.Count < count)
            {
                return woken.Count;
            }
        }
    }

    /// <summary>Beside the clock, once: memory that is slow must not hold up what is due.</summary>
    private async Task WarmAsync(CancellationToken cancellationToken)
    {
        // A store that answers at once would else keep the clock until the end.
        await Task.Yield();
        try
        {
            await prefetch.RunAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            LogCold(logger, fault);
        }
    }

    /// <summary>One work item that cannot go on must not hold up the others; it stays due and is tried again.</summary>
    private async Task WakeAsync(WorkItemId id, CancellationToken cancellationToken)
    {
        try
        {
            await loop.RunAsync(id, cancellationToken);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            LogStuck(logger, fault, id.ToString());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work item {WorkItem} could not go on; it is tried again.")]
    private static partial void LogStuck(ILogger logger, Exception fault, string workItem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the operator may come back to could not be gathered before; it is gathered when it is asked for.")]
    private static partial void LogCold(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not say which work items are due; it is asked again.")]
    private static partial void LogStore(ILogger logger, Exception fault);
}

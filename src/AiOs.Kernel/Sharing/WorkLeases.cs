using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Leases;
using AiOs.Kernel.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Sharing;

/// <summary>
/// Keeps two hosts that share a store from doing the same work at once. A lease that is lost does no harm: the journal decides.
/// Where the store is this host's alone, nothing is asked of it.
/// </summary>
internal sealed partial class WorkLeases(HostState host, ILeases? leases, TimeProvider time, ILogger<WorkLeases> logger)
{
    /// <summary>How long work stays with a host that says nothing more.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<WorkItemId, int> _held = [];

    /// <summary>Whether anybody else may be at work on the same store.</summary>
    public bool IsShared => leases is not null;

    /// <summary>A turn at a work item. Nothing is taken yet.</summary>
    public WorkTurn Turn(WorkItemId item) => new(this, item);

    /// <summary>Takes a work item, or takes it a second time where this host is at it already.</summary>
    /// <returns>False where another host is at it, or where the store does not say.</returns>
    public async Task<bool> TryTakeAsync(WorkItemId item, CancellationToken cancellationToken)
    {
        Count(item, 1);
        var taken = false;
        try
        {
            taken = await ProlongAsync(item, cancellationToken);
        }
        finally
        {
            if (!taken)
            {
                Count(item, -1);
            }
        }

        return taken;
    }

    /// <summary>Holds on to a work item until it is told to stop. Where it is lost the turn goes on: of two that do the same the journal takes one.</summary>
    public async Task HoldAsync(WorkItemId item, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await ProlongAsync(item, cancellationToken);
        }
    }

    /// <summary>Gives a work item back, unless this host has another turn at it. Where that cannot be said, the lease ends by itself.</summary>
    public async Task GiveBackAsync(WorkItemId item)
    {
        if (leases is null || Count(item, -1) > 0)
        {
            return;
        }

        try
        {
            await leases.ReleaseAsync(NameOf(item), host.Incarnation, CancellationToken.None);
        }
        catch (AiOsException fault)
        {
            LogNotHeld(logger, fault, item.ToString());
        }
    }

    private async Task<bool> ProlongAsync(WorkItemId item, CancellationToken cancellationToken)
    {
        try
        {
            return leases is null || await leases.TryTakeAsync(NameOf(item), host.Incarnation, Duration, cancellationToken) is not null;
        }
        catch (AiOsException fault)
        {
            LogNotHeld(logger, fault, item.ToString());
            return false;
        }
    }

    private static string NameOf(WorkItemId item) => "work/" + item;

    private int Count(WorkItemId item, int change)
    {
        lock (_gate)
        {
            var count = _held.GetValueOrDefault(item) + change;
            if (count == 0)
            {
                _held.Remove(item);
            }
            else
            {
                _held[item] = count;
            }

            return count;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease on work item {WorkItem} could not be taken, kept or given back; it is tried again, or ends by itself.")]
    private static partial void LogNotHeld(ILogger logger, Exception fault, string workItem);
}

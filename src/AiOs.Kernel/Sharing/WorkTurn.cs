using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Sharing;

/// <summary>One turn at a work item: takes it before the first step and gives it back at rest.</summary>
internal sealed class WorkTurn(WorkLeases leases, WorkItemId item) : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private Task _holding = Task.CompletedTask;

    /// <summary>Whether the work item is this host's for now.</summary>
    public bool IsHeld { get; private set; } = !leases.IsShared;

    /// <summary>Takes the work item.</summary>
    /// <returns>False where another host is at it.</returns>
    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        if (!IsHeld && await leases.TryTakeAsync(item, cancellationToken))
        {
            IsHeld = true;
            _holding = leases.HoldAsync(item, _over.Token);
        }

        return IsHeld;
    }

    public async ValueTask DisposeAsync()
    {
        if (leases.IsShared && IsHeld)
        {
#pragma warning disable CA1849 // CancelAsync hops over the thread pool, whatever context the caller has; nothing here blocks.
            _over.Cancel();
#pragma warning restore CA1849
            try
            {
                await _holding;
            }
            catch (OperationCanceledException)
            {
                // That is how holding ends.
            }

            await leases.GiveBackAsync(item);
        }

        _over.Dispose();
    }
}

using AiOs.Contracts;
using AiOs.Contracts.Leases;
using AiOs.Kernel.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Chat.Boards.Turns;

/// <summary>
/// Runs what one host may do at a time, again and again. Where hosts share a store it is under a lease, by the store's clock, which is kept while it
/// runs; a host that loses it stops. Where the store is this host's alone nothing is asked.
/// </summary>
internal sealed partial class AloneRunner(HostState host, ILeases? leases, TimeProvider time, ILogger<AloneRunner> logger)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Trusted = Duration - Renewal;
    private static readonly TimeSpan Turned = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Runs it until it is cancelled. Whatever goes wrong is logged and tried again, later each time until it ran well for a while.</summary>
    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            var ran = await TryAsync(name, work, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            pause = !ran ? Turned : time.GetElapsedTime(began) > LongestPause ? FirstPause : pause;
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = !ran ? FirstPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, 2 * pause.Ticks));
        }
    }

    /// <summary>One turn.</summary>
    /// <returns>False where another host has it.</returns>
    private async Task<bool> TryAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            if (leases is not null)
            {
                return await TakeTurnAsync(leases, name, work, cancellationToken);
            }

            await work(cancellationToken);
            LogEnded(logger, name);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The host goes, and what was used here may be gone already.
        }
        catch (Exception fault)
        {
            // An edge: whatever went wrong, it is tried again.
            LogFault(logger, fault, name);
        }

        return true;
    }

    private async Task<bool> TakeTurnAsync(ILeases shared, string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (await shared.TryTakeAsync(name, host.Incarnation, Duration, cancellationToken) is null)
        {
            return false;
        }

        using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var over = new CancellationTokenSource();
        var holding = HoldAsync(shared, name, turn.CancelAsync, over.Token);
        try
        {
            await work(turn.Token);
            LogEnded(logger, name);
            return true;
        }
        catch (Exception) when (turn.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogLost(logger, name);
            return false;
        }
        finally
        {
            await over.CancelAsync();
            await holding;
            await GiveBackAsync(shared, name);
        }
    }

    /// <summary>Keeps the lease. Where the store does not answer the work is stopped before it ends, so that nobody overlaps whom this host could know of.</summary>
    private async Task HoldAsync(ILeases shared, string name, Func<Task> lose, CancellationToken over)
    {
        var until = time.GetUtcNow() + Trusted;
        using var timer = new PeriodicTimer(Renewal, time);
        while (await TickAsync(timer, over))
        {
            try
            {
                var asked = time.GetUtcNow();
                until = await shared.TryTakeAsync(name, host.Incarnation, Duration, over) is null ? DateTimeOffset.MinValue : asked + Trusted;
            }
            catch (AiOsException fault)
            {
                LogNotHeld(logger, fault, name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (time.GetUtcNow() >= until)
            {
                await lose();
                return;
            }
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken over)
    {
        try
        {
            return await timer.WaitForNextTickAsync(over);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task GiveBackAsync(ILeases shared, string name)
    {
        try
        {
            await shared.ReleaseAsync(name, host.Incarnation, CancellationToken.None);
        }
        catch (AiOsException fault)
        {
            LogNotHeld(logger, fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What this host does for {Name} went wrong; it is tried again.")]
    private static partial void LogFault(ILogger logger, Exception fault, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What this host does for {Name} ended by itself; it is begun again.")]
    private static partial void LogEnded(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another host has taken over {Name}.")]
    private static partial void LogLost(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease {Name} could not be kept or given back; it is tried again, or ends by itself.")]
    private static partial void LogNotHeld(ILogger logger, Exception fault, string name);
}

using AiOs.Contracts.Schedules;
using Microsoft.Extensions.Logging;

namespace AiOs.Jobs;

/// <summary>Has the kernel look at one schedule, beside everything else and once at a time: a job that takes long holds up no other one.</summary>
internal sealed partial class Bell(IFirings firings, ILogger<Bell> logger) : IDisposable
{
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private bool _stopped;

    /// <summary>Looks at a schedule, unless that is being done; whatever comes due meanwhile the next ring finds.</summary>
    /// <param name="name">The schedule.</param>
    public void Ring(string name)
    {
        lock (_gate)
        {
            if (!_stopped && (!_running.TryGetValue(name, out var before) || before.IsCompleted))
            {
                _running[name] = Task.Run(() => LookAsync(name), CancellationToken.None);
            }
        }
    }

    /// <summary>Looks at nothing more, and waits for what is under way. What is durable goes on by itself.</summary>
    public async Task StopAsync()
    {
        Task[] running;
        lock (_gate)
        {
            _stopped = true;
            running = [.. _running.Values];
        }

        await _stopping.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task LookAsync(string name)
    {
        try
        {
            await firings.DealWithAsync(name, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host goes; a later start catches up.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // An edge: one schedule that cannot be dealt with must not hold up the others. It stays due.
            LogLate(logger, fault, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule {Schedule} could not be dealt with; it stays due and is tried again in a minute.")]
    private static partial void LogLate(ILogger logger, Exception fault, string schedule);
}

using AiOs.Contracts.Ids;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.WorkItems.Background;

/// <summary>
/// Steps that ask somebody outside and may take long, beside everything else: nobody waits for them, not a channel and not the clock. Each work item is
/// at one of them at most, so that nothing is asked twice. What is cut short by an end of the program is due, and is taken up by the wake-ups.
/// </summary>
internal sealed partial class SlowSteps(ILogger<SlowSteps> logger) : IDisposable
{
    /// <summary>A model on a small machine answers one after the other, and a question that waits there is one that times out.</summary>
    private const int MostAtOnce = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<WorkItemId, Turn> _turns = [];
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Goes on with a work item beside everything else. Where it is under way already, it looks again when it is done.</summary>
    /// <param name="item">The work item.</param>
    /// <param name="goOn">Goes on with it until it rests.</param>
    public void Begin(WorkItemId item, Func<CancellationToken, Task> goOn)
    {
        lock (_gate)
        {
            if (_turns.TryGetValue(item, out var under))
            {
                under.Again = true;
            }
            else if (!_stopping.IsCancellationRequested)
            {
                var turn = _turns[item] = new Turn();
                turn.Task = Task.Run(() => RunAsync(item, turn, goOn), CancellationToken.None);
            }
        }
    }

    /// <summary>Waits until a work item, or everything, is no longer under way here.</summary>
    public async Task RestAsync(WorkItemId? item, CancellationToken cancellationToken)
    {
        while (Under(item) is { Length: > 0 } tasks)
        {
            await Task.WhenAll(tasks).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Breaks off what is under way and waits for its end. Nothing begins after that.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await RestAsync(item: null, CancellationToken.None);
    }

    public void Dispose()
    {
        _places.Dispose();
        _stopping.Dispose();
    }

    private Task[] Under(WorkItemId? item)
    {
        lock (_gate)
        {
            return [.. _turns.Where(turn => item is null || turn.Key == item).Select(static turn => turn.Value.Task)];
        }
    }

    private async Task RunAsync(WorkItemId item, Turn turn, Func<CancellationToken, Task> goOn)
    {
        do
        {
            try
            {
                await _places.WaitAsync(_stopping.Token);
                try
                {
                    await goOn(_stopping.Token);
                }
                finally
                {
                    _places.Release();
                }
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // The next start takes it up.
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                LogStuck(logger, fault, item.ToString());
            }
        }
        while (!IsOver(item, turn));
    }

    private bool IsOver(WorkItemId item, Turn turn)
    {
        lock (_gate)
        {
            var over = !turn.Again || _stopping.IsCancellationRequested;
            turn.Again = false;
            if (over)
            {
                _turns.Remove(item);
            }

            return over;
        }
    }

    private sealed class Turn
    {
        public Task Task { get; set; } = Task.CompletedTask;

        public bool Again { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Work item {WorkItem} could not go on; it is tried again.")]
    private static partial void LogStuck(ILogger logger, Exception fault, string workItem);
}

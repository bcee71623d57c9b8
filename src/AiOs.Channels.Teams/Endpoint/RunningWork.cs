using AiOs.Contracts;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Endpoint;

/// <summary>Work that goes on when the caller does not wait for it any more. A repeat joins what runs instead of beginning it anew.</summary>
internal sealed partial class RunningWork(ILogger<RunningWork> logger) : IDisposable
{
    private const int Most = 128;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Task Ended, object Work)> _running = [];
    private readonly CancellationTokenSource _ends = new();

    /// <summary>Begins work, or joins it. Throws a transient <see cref="AiOsException"/> where too much runs or the host ends.</summary>
    public BegunWork<T> Begin<T>(string key, Func<Action, CancellationToken, Task<T>> work)
    {
        lock (_gate)
        {
            if (_running.TryGetValue(key, out var known))
            {
                return (BegunWork<T>)known.Work;
            }

            if (_running.Count >= Most || _ends.IsCancellationRequested)
            {
                throw new AiOsException("Too much from Teams is worked on at once.") { IsTransient = true };
            }

            var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var begun = new BegunWork<T>(Task.Run(() => WatchedAsync(key, token => work(() => kept.TrySetResult(), token)), CancellationToken.None), kept.Task);
            _running[key] = (begun.Done, begun);
            return begun;
        }
    }

    /// <summary>Lets nothing new begin, tells what runs to stop waiting, and waits for it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        Task[] left;
        lock (_gate)
        {
            left = [.. _running.Values.Select(static one => one.Ended)];
        }

        await _ends.CancelAsync();
        await Task.WhenAll(left).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _ends.Dispose();

    private async Task<T> WatchedAsync<T>(string key, Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return await work(_ends.Token);
        }
        catch (Exception fault)
        {
            // Whoever waits is told as well; nobody may wait any more. The message may quote what was said, so only the kind is logged.
            LogFailed(logger, fault.GetType().Name, (fault as AiOsException)?.IsTransient ?? false);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(key);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something from Teams could not be taken: {Kind}, transient: {IsTransient}")]
    private static partial void LogFailed(ILogger logger, string kind, bool isTransient);
}

using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Memory;

/// <summary>
/// Reads what the first message would have to wait for: what is worked out of the journal in this process, and what a search keeps in memory.
/// A message that comes meanwhile waits for the rest only.
/// </summary>
/// <param name="feed">The journal.</param>
/// <param name="tails">What is worked out of it, where something is.</param>
/// <param name="recall">Searches.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class WarmStart(IJournalFeed feed, IEnumerable<JournalTail> tails, IRecall recall, TimeProvider time, ILogger<WarmStart> log) : BackgroundService, IHostedLifecycleService
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now, so that the host is not ready any later for it.</summary>
    /// <param name="cancellationToken">Not looked at.</param>
    /// <returns>At once.</returns>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started.TrySetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _started.Task.WaitAsync(stoppingToken);
            await feed.WaitAsync(0, stoppingToken);
            await recall.SearchAsync(new RecallQuery { Words = "memory", Filter = KnowledgeFilter.All, Now = time.GetUtcNow(), Count = 1 }, stoppingToken);
            foreach (var tail in tails)
            {
                await tail.CatchUpAsync(stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The host goes, and what was used here may be gone already.
        }
        catch (Exception exception)
        {
            // An edge: whoever needs it reads it then, and tells of the fault.
            LogCold(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Memory could not be read beforehand; the first message does it.")]
    private partial void LogCold(Exception exception);
}

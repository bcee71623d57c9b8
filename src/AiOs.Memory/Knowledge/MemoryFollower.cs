using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiOs.Memory.Knowledge;

/// <summary>Follows the journal for as long as the host runs. A fault of the store or the journal is logged and tried again; memory then lags, and nothing else waits for it.</summary>
/// <param name="keeper">Learns.</param>
/// <param name="feed">The journal.</param>
/// <param name="store">Memory.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class MemoryFollower(MemoryKeeper keeper, IJournalFeed feed, IKnowledgeStore store, TimeProvider time, ILogger<MemoryFollower> log) : BackgroundService
{
    /// <summary>Commits that come together are learned together, and the journal's writer gets room between.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                position ??= await store.PositionAsync(stoppingToken);
                await feed.WaitAsync(position.Value, stoppingToken);
                await Task.Delay(Gather, time, stoppingToken);
                position = await keeper.StepAsync(position.Value, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The host goes, and what was used here may be gone already.
                return;
            }
            catch (Exception exception)
            {
                // An edge: whatever went wrong, memory is only late, and is worked out again from where it stands.
                LogLate(exception, position ?? 0);
                position = null;
                await Task.Delay(Again, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Memory could not follow the journal after position {Position}; it is tried again.")]
    private partial void LogLate(Exception exception, long position);
}

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

    private long? _position;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Repeating.RunAsync(StepAsync, Late, time, stoppingToken);

    private async Task<TimeSpan> StepAsync(CancellationToken stoppingToken)
    {
        var position = _position ??= await store.PositionAsync(stoppingToken);
        await feed.WaitAsync(position, stoppingToken);
        await Task.Delay(Gather, time, stoppingToken);
        _position = await keeper.StepAsync(position, stoppingToken);
        return TimeSpan.Zero;
    }

    /// <summary>It is worked out again from where it stands.</summary>
    private TimeSpan Late(Exception exception)
    {
        LogLate(exception, _position ?? 0);
        _position = null;
        return Again;
    }

    [LoggerMessage(LogLevel.Error, "Memory could not follow the journal after position {Position}; it is tried again.")]
    private partial void LogLate(Exception exception, long position);
}

using AiOs.Contracts.Desk;

namespace AiOs.Bot.Digests;

/// <summary>Looks after the daily digest as long as the host runs.</summary>
internal sealed class DigestWatchService(IDigestWatch watch) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => watch.WatchAsync(stoppingToken), CancellationToken.None);
}

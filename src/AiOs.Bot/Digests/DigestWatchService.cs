using AiOs.Contracts.Desk;

namespace AiOs.Bot.Digests;

/// <summary>Looks after the daily digest as long as the host runs.</summary>
internal sealed class DigestWatchService(IDigestWatch watch) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(() => watch.WatchAsync(stoppingToken), CancellationToken.None);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // That is how it ends. A host that could not start is disposed without being stopped, and would call this a fault.
        }
    }
}

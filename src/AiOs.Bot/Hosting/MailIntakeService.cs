using AiOs.Connectors.Email.DropFolder;

namespace AiOs.Bot.Hosting;

/// <summary>Runs the drop folder as long as the host runs.</summary>
internal sealed class MailIntakeService(DropFolderWatcher watcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watcher.RunAsync(stoppingToken);
}

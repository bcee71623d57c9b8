using AiOs.Channels.Teams.Endpoint;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Teams;

/// <summary>Says at every start that nobody is asked who they are, where that is so, and ends what runs with the host.</summary>
internal sealed partial class TeamsService(IOptions<TeamsOptions> options, RunningWork running, ILogger<TeamsService> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Anonymous)
        {
            LogAnonymous(logger);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => running.EndAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Channels:Teams:Anonymous is set: ANYBODY on this machine can speak as anybody in Teams. It is for a playground only.")]
    private static partial void LogAnonymous(ILogger logger);
}

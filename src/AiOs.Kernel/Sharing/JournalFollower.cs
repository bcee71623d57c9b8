using AiOs.Contracts;
using AiOs.Kernel.Journal;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Sharing;

/// <summary>Where hosts share a store: asks each second what the others have written, so that pages, feeds and a freeze are never much older.</summary>
internal sealed partial class JournalFollower(WorkspaceJournal journal, TimeProvider time, ILogger<JournalFollower> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await journal.FollowAsync(cancellationToken);
            }
            catch (AiOsException fault)
            {
                LogNotSeen(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not say what other hosts have written; it is asked again.")]
    private static partial void LogNotSeen(ILogger logger, Exception fault);
}

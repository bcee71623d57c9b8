using AiOs.Contracts;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Journal.Heads;

/// <summary>Keeps the signed head's copies up with the journal: at most a second behind it, never ahead.</summary>
internal sealed partial class HeadKeeper(WorkspaceJournal journal, IHeadCopies copies, WorkspaceKeys keys, WorkspaceSettings settings, HostState host, TimeProvider time, ILogger<HeadKeeper> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private JournalHead? _written;

    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            Write();
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Writes the head as it is now. A frozen host leaves the copies alone: they are the evidence.</summary>
    public void Write()
    {
        if (host.FrozenBecause is not null || journal.DurableHead is not { } head || head == _written)
        {
            return;
        }

        try
        {
            copies.Write(HeadCodec.Sign(head, settings.Id, keys));
            _written = head;
        }
        catch (AiOsException fault)
        {
            LogNotWritten(logger, fault);
        }
    }

    /// <summary>Puts a new head in the place of those that were left as evidence, or throws.</summary>
    public void SignAnew()
    {
        var head = journal.DurableHead ?? throw new AiOsException("The store does not say where the journal ends; try again.") { IsTransient = true };
        copies.Write(HeadCodec.Sign(head, settings.Id, keys));
        _written = head;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The signed head could not be written; it is tried again within a second.")]
    private static partial void LogNotWritten(ILogger logger, Exception fault);
}

using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Exporting;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Restoring;
using AiOs.Kernel.Sharing;
using AiOs.Kernel.Threads;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Background;

namespace AiOs.Kernel.Hosting;

/// <summary>One workspace from start to stop: what the host drives.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly WorkspaceJournal _journal;
    private readonly HeadCheck _heads;
    private readonly HeadKeeper _keeper;
    private readonly WakeUps _wakeUps;
    private readonly SharedStore _shared;
    private readonly HostState _host;
    private readonly WorkspaceKeys _keys;
    private readonly Exporter _exporter;
    private readonly Rebuilder _rebuilder;
    private readonly Forgetter _forgetter;
    private readonly RestoreGo _restored;
    private readonly ThreadFollower _threads;
    private readonly SlowSteps _slow;
    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;

    internal Workspace(
        WorkspaceJournal journal, HeadCheck heads, HeadKeeper keeper, WakeUps wakeUps, SharedStore shared, HostState host, WorkspaceKeys keys, Exporter exporter, Rebuilder rebuilder, Forgetter forgetter, RestoreGo restored, ThreadFollower threads, SlowSteps slow)
    {
        _journal = journal;
        _heads = heads;
        _keeper = keeper;
        _wakeUps = wakeUps;
        _shared = shared;
        _host = host;
        _keys = keys;
        _exporter = exporter;
        _rebuilder = rebuilder;
        _forgetter = forgetter;
        _restored = restored;
        _threads = threads;
        _slow = slow;
    }

    /// <summary>Checks the signed heads and begins to write. A head that does not fit freezes the workspace: it can be read, nothing runs.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When messages can be taken.</returns>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!await _restored.HoldAsync(cancellationToken) && await _heads.FaultAsync(cancellationToken) is { } fault)
        {
            _host.Freeze(fault);
        }

        // A head stands outside before there is a first commit, so that a journal without any head is never one that only stopped early.
        await _shared.JoinAsync(cancellationToken);
        await _journal.ReadHeadAsync(cancellationToken);
        _keeper.Write();
        await _journal.StartAsync(Convert.ToBase64String(_keys.HeadPublicKey.Span), cancellationToken);
    }

    /// <summary>Goes on with what an earlier start left on its way, and watches the clock, until the workspace is disposed.</summary>
    public void Run() => _watching = Task.WhenAll(Task.Run(WatchAsync), Task.Run(KeepHeadAsync), Task.Run(ShareAsync), Task.Run(ThreadAsync));

    /// <summary>Takes every next step that is due now, once: what a verb does that runs without a host.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When nothing is due.</returns>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await _forgetter.CompleteAsync(cancellationToken);
        await _wakeUps.ResumeAsync(cancellationToken);
        await _slow.RestAsync(item: null, cancellationToken);
    }

    /// <summary>Writes everything out. Appends nothing.</summary>
    /// <param name="folder">An empty or new folder.</param>
    /// <param name="plain">Whether readable copies are added.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where the export ends.</returns>
    public Task<(long Position, Digest Hash)> ExportAsync(string folder, bool plain, CancellationToken cancellationToken) =>
        _exporter.ExportAsync(folder, plain, cancellationToken);

    /// <summary>Makes every projection anew from the journal.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether what was there had been the same, and how many commits were folded.</returns>
    public async Task<(bool Same, long Commits)> RebuildAsync(CancellationToken cancellationToken)
    {
        await _threads.RestartAsync(cancellationToken);
        return await _rebuilder.RebuildAsync(cancellationToken);
    }

    /// <summary>Checks an export.</summary>
    /// <param name="folder">The export.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found.</returns>
    public static Task<ChainReport> VerifyExportAsync(string folder, CancellationToken cancellationToken) => ExportVerifier.VerifyAsync(folder, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _slow.StopAsync();
        try
        {
            await _watching;
        }
        catch (OperationCanceledException)
        {
            // That is how watching ends.
        }

        await _journal.DisposeAsync();
        await _shared.LeaveAsync();
        _keeper.Write();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        await _forgetter.CompleteUntilDoneAsync(_stopping.Token);
        await _wakeUps.WatchAsync(_stopping.Token);
    }

    private Task ShareAsync() => _shared.WatchAsync(_stopping.Token);

    private Task ThreadAsync() => _threads.RunAsync(_stopping.Token);

    private Task KeepHeadAsync() => _keeper.WatchAsync(_stopping.Token);
}

using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Models;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Heads;
using AiOs.Kernel.WorkItems;
using AiOs.Simulation.Scheduling;
using AiOs.Testing.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace AiOs.Simulation.Hosts;

/// <summary>One start of a host: from its first breath to its crash.</summary>
internal sealed class HostStart(Lane lane, HostBoundary boundary, IServiceProvider services)
{
    private readonly TaskCompletionSource _open = new();

    public Lane Lane => lane;

    public HostBoundary Boundary => boundary;

    public IInbox Inbox { get; } = services.GetRequiredService<IInbox>();

    public IControls Controls { get; } = services.GetRequiredService<IControls>();

    public IModelMeter Meter { get; } = services.GetRequiredService<IModelMeter>();

    public WorkspaceJournal Journal { get; } = services.GetRequiredService<WorkspaceJournal>();

    public IDesk Desk { get; } = services.GetRequiredService<IDesk>();

    public Workspace Workspace { get; } = services.GetRequiredService<Workspace>();

    /// <summary>Whether it is up and takes messages.</summary>
    public bool IsOpen => _open.Task.IsCompletedSuccessfully;

    /// <summary>Done when messages can be taken.</summary>
    public Task Opened => _open.Task;

    /// <summary>
    /// Opens the workspace and begins to watch. The watches get no token that can be cancelled: a dead lane ends them,
    /// and a wait that can be cancelled would hop over the thread pool.
    /// </summary>
    /// <param name="failed">Called where it cannot open.</param>
    public async Task OpenAsync(Action failed)
    {
        try
        {
            await Workspace.OpenAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is AiOsException or CrashException)
        {
            failed();
            return;
        }

        _ = services.GetRequiredService<WakeUps>().WatchAsync(CancellationToken.None);
        _ = services.GetRequiredService<HeadKeeper>().WatchAsync(CancellationToken.None);
        _open.TrySetResult();
    }
}

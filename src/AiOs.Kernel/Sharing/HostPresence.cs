using AiOs.Contracts;
using AiOs.Contracts.Leases;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Sharing;

/// <summary>
/// Where hosts share a store: says that this one is here by a lease that it keeps, and looks whether the others still are.
/// Where the store is this host's alone there is nothing to say.
/// </summary>
internal sealed partial class HostPresence
{
    /// <summary>How long a host counts as here after it was last heard of.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    /// <summary>Whatever a host that is gone had taken has ended by then.</summary>
    private static readonly TimeSpan Aftermath = 2 * Duration;

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    private readonly ILeases? _leases;
    private readonly HostState _host;
    private readonly TimeProvider _time;
    private readonly ILogger<HostPresence> _logger;
    private DateTimeOffset _lookUntil = DateTimeOffset.MinValue;

    public HostPresence(WorkspaceJournal journal, HostState host, ILeases? leases, TimeProvider time, ILogger<HostPresence> logger)
    {
        _host = host;
        _leases = leases;
        _time = time;
        _logger = logger;
        if (leases is not null)
        {
            journal.Changed += Note;
        }
    }

    /// <summary>Says that this host is here.</summary>
    public Task AnnounceAsync(CancellationToken cancellationToken) =>
        _leases?.TryTakeAsync(NameOf(_host.Incarnation), _host.Incarnation, Duration, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Goes on saying so until it is told to stop.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Renewal, _time);
        while (_leases is not null && await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await AnnounceAsync(cancellationToken);
            }
            catch (AiOsException fault)
            {
                LogNotHeard(_logger, fault);
            }
        }
    }

    /// <summary>Says that this host is gone, so that nobody waits for it. Where that cannot be said, the lease ends by itself.</summary>
    public async Task LeaveAsync()
    {
        try
        {
            await (_leases?.ReleaseAsync(NameOf(_host.Incarnation), _host.Incarnation, CancellationToken.None) ?? Task.CompletedTask);
        }
        catch (AiOsException fault)
        {
            LogNotHeard(_logger, fault);
        }
    }

    /// <summary>Looks whether the others are still here.</summary>
    /// <returns>Whether one went lately, so that what it left is to be looked for.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        if (_leases is null)
        {
            return false;
        }

        foreach (var other in _host.Others.Seen)
        {
            if (await _leases.FindAsync(NameOf(other), cancellationToken) is null)
            {
                LogGone(_logger, other);
                _host.Others.Leave(other);
                _lookUntil = _time.Instant() + Aftermath;
            }
        }

        if (_time.Instant() < _lookUntil)
        {
            return true;
        }

        _host.Others.ForgetGone();
        return false;
    }

    private static string NameOf(string incarnation) => "host/" + incarnation;

    private void Note(Aggregate state)
    {
        if (state is WorkItem item)
        {
            _host.Others.Note(item);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be told whether this host is here; it is told again.")]
    private static partial void LogNotHeard(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The host {Incarnation} is gone; what it left is taken over.")]
    private static partial void LogGone(ILogger logger, string incarnation);
}

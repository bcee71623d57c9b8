using AiOs.Kernel.Hosting;

namespace AiOs.Kernel.Sharing;

/// <summary>What a host does because others share the store with it; nothing at all where none can.</summary>
internal sealed class SharedStore(HostPresence presence, JournalFollower follower, HostState host)
{
    /// <summary>Says that this host is here, before it writes anything.</summary>
    public Task JoinAsync(CancellationToken cancellationToken) => presence.AnnounceAsync(cancellationToken);

    /// <summary>Goes on saying so, and follows the others, until it is told to stop.</summary>
    public Task WatchAsync(CancellationToken cancellationToken) => host.Alone
        ? Task.CompletedTask
        : Task.WhenAll(presence.WatchAsync(cancellationToken), follower.WatchAsync(cancellationToken));

    /// <summary>Says that this host is gone.</summary>
    public Task LeaveAsync() => presence.LeaveAsync();
}

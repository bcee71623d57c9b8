using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Digests.Watching;

/// <summary>What is known of digests at a moment.</summary>
/// <param name="DueAt">The last moment at which one was due and not delivered, UTC; nothing where there is none.</param>
/// <param name="WatchedSince">Since when this host watches, UTC: one that just began may still catch up.</param>
/// <param name="Last">The short name of the last one that was delivered; nothing before the first.</param>
/// <param name="Failed">The channels in which that one does not stand everywhere.</param>
internal sealed record WatchState(DateTimeOffset? DueAt, DateTimeOffset WatchedSince, string? Last, IReadOnlyList<ChannelName> Failed);

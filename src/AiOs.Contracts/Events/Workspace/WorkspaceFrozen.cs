using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator stopped every effect, on every host that shares the store.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record WorkspaceFrozen(ChannelName Channel, string By) : JournalEvent;

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A sender of a chat became the operator: they had the code that the host printed.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record DevicePaired(ChannelName Channel, string By) : JournalEvent;

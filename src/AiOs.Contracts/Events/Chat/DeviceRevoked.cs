using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A sender of a chat is the operator no more.</summary>
/// <param name="Channel">The channel of the sender.</param>
/// <param name="Sender">Who it was: an immutable id of that channel.</param>
/// <param name="ByChannel">Where it was asked.</param>
/// <param name="By">Who asked.</param>
public sealed record DeviceRevoked(ChannelName Channel, string Sender, ChannelName ByChannel, string By) : JournalEvent;

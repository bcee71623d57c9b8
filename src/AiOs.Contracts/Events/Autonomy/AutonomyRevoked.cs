using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator took autonomy back, or turned an offer down.</summary>
/// <param name="Class">Agent, kind, counterparty class and amount band.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record AutonomyRevoked(string Class, ChannelName Channel, string By) : JournalEvent;

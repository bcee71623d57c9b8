using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator accepted an offer: effects of that class run unasked until something goes wrong.</summary>
/// <param name="Class">Agent, kind, counterparty class and amount band.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record AutonomyAccepted(string Class, ChannelName Channel, string By) : JournalEvent;

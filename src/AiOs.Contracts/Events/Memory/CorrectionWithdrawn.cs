using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A correction no longer counts. It stays in the journal.</summary>
/// <param name="Correction">The position of the commit that holds it.</param>
/// <param name="Channel">Where it was taken back.</param>
/// <param name="By">Who took it back: an immutable id of the channel.</param>
public sealed record CorrectionWithdrawn(long Correction, ChannelName Channel, string By) : JournalEvent;

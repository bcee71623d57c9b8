using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator lets effects run again.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record WorkspaceResumed(ChannelName Channel, string By) : JournalEvent;

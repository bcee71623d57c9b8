using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator stopped a run of a playbook. What was done stays done; nothing more is.</summary>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record PlaybookStopped(ChannelName Channel, string By) : JournalEvent;

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator said yes to exactly these bytes.</summary>
/// <param name="Approval">The question.</param>
/// <param name="Digest">What was approved.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record ApprovalGranted(ApprovalId Approval, Digest Digest, ChannelName Channel, string By) : JournalEvent;

using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>The operator wants what was done taken back.</summary>
/// <param name="Proposal">What was done.</param>
/// <param name="Channel">Where.</param>
/// <param name="By">Who: an immutable id of the channel.</param>
public sealed record UndoRequested(ProposalId Proposal, ChannelName Channel, string By) : JournalEvent;

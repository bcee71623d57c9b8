using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Events;

/// <summary>A fact is missing that the operator was asked for by another work item already; this one waits for the same answer.</summary>
/// <param name="Proposal">The proposal that waits.</param>
/// <param name="Record">Which Record is to hold it.</param>
/// <param name="Field">Which field.</param>
/// <param name="AskedBy">The work item that asked.</param>
public sealed record FactAwaited(ProposalId Proposal, RecordId Record, string Field, WorkItemId AskedBy) : JournalEvent;
